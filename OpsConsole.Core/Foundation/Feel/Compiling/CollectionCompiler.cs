using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>Lists, contexts and ranges as they are written. What holds only literals is made once.</summary>
internal static class CollectionCompiler
{
    public static FeelCode Compile(FeelNode node) => node switch
    {
        FeelNode.ListOf list => ListOf(list),
        FeelNode.ContextOf context => ContextOf(context),
        FeelNode.Range range => Range(range),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "No collection"),
    };

    private static FeelCode ListOf(FeelNode.ListOf list)
    {
        if (list.Items.All(item => item is FeelNode.Literal))
        {
            var made = new FeelValue.List([.. list.Items.Select(item => ((FeelNode.Literal)item).Value)]);
            return scope => scope.Run.Bounded(made);
        }

        var items = Compiler.Compile(list.Items);
        return scope => scope.Run.Bounded(new FeelValue.List(Values(items, scope)));
    }

    internal static FeelValue[] Values(FeelCode[] codes, FeelScope scope)
    {
        var values = new FeelValue[codes.Length];
        for (var index = 0; index < codes.Length; index++)
        {
            values[index] = codes[index](scope);
        }

        return values;
    }

    /// <summary>An entry sees those before it, and a function sees itself.</summary>
    private static FeelCode ContextOf(FeelNode.ContextOf context)
    {
        (string Name, FeelCode Code, bool SeesItself)[] entries = [.. context.Entries.Select(entry => (entry.Name!, Compiler.Compile(entry.Value), entry.Value is FeelNode.Function))];
        return scope =>
        {
            var members = new List<KeyValuePair<string, FeelValue>>(entries.Length);
            foreach (var (name, code, seesItself) in entries)
            {
                FeelValue value;
                if (seesItself)
                {
                    scope = scope.With(name, FeelValue.Null.Instance);
                    value = code(scope);
                    scope.Settle(value);
                }
                else
                {
                    value = code(scope);
                    scope = scope.With(name, value);
                }

                members.Add(KeyValuePair.Create(name, value));
            }

            return new FeelValue.Context(FeelMembers.Of(members));
        };
    }

    private static FeelCode Range(FeelNode.Range range)
    {
        var low = range.Low is null ? null : Compiler.Compile(range.Low);
        var high = range.High is null ? null : Compiler.Compile(range.High);
        if (range.Low is null or FeelNode.Literal && range.High is null or FeelNode.Literal && Made(null, range, (range.Low as FeelNode.Literal)?.Value, (range.High as FeelNode.Literal)?.Value) is { } made)
        {
            return _ => made;
        }

        return scope => Made(scope.Run, range, low?.Invoke(scope), high?.Invoke(scope)) ?? (FeelValue)FeelValue.Null.Instance;
    }

    private static FeelValue.Range? Made(FeelRun? run, FeelNode.Range range, FeelValue? low, FeelValue? high)
    {
        if (range.Test is null && (!CanBeEnd(low) || !CanBeEnd(high) || (low is not (null or FeelValue.Null) && high is not (null or FeelValue.Null) && low.TypeName != high.TypeName)))
        {
            run?.Problem($"there is no range from a {low?.TypeName ?? "null"} to a {high?.TypeName ?? "null"}");
            return null;
        }

        return new FeelValue.Range(low, range.LowIncluded, high, range.HighIncluded) { Test = range.Test };
    }

    private static bool CanBeEnd(FeelValue? end) => end is not (FeelValue.Boolean or FeelValue.List or FeelValue.Context or FeelValue.Range or FeelValue.Function);
}

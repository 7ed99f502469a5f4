using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary><c>for … return</c>, <c>some … satisfies</c>, <c>every … satisfies</c> (DMN 1.5, 10.3.2.14).</summary>
internal static class IterationCompiler
{
    private delegate void Visit(FeelScope scope);

    public static FeelCode Compile(FeelNode node) => node switch
    {
        FeelNode.For loop => For(loop),
        FeelNode.Quantified quantified => Quantified(quantified),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "No iteration"),
    };

    private static FeelCode For(FeelNode.For loop)
    {
        var iterators = Iterators(loop.Iterators);
        var body = Compiler.Compile(loop.Body);
        return scope =>
        {
            var results = new List<FeelValue>();
            var complete = Each(scope, iterators, 0, inner => results.Add(body(inner)));
            return complete ? new FeelValue.List(results) : FeelValue.Null.Instance;
        };
    }

    private static FeelCode Quantified(FeelNode.Quantified quantified)
    {
        var iterators = Iterators(quantified.Iterators);
        var condition = Compiler.Compile(quantified.Condition);
        var every = quantified.Every;
        return scope =>
        {
            bool? result = every;
            var complete = Each(scope, iterators, 0, inner =>
            {
                var holds = Compiler.Truth(condition(inner));
                result = every ? FeelCompare.And(result, holds) : FeelCompare.Or(result, holds);
            });
            return complete ? FeelValue.Boolean.Of(result) : FeelValue.Null.Instance;
        };
    }

    private static CompiledIterator[] Iterators(IEnumerable<FeelNode.Iterator> iterators) =>
        [.. iterators.Select(iterator => new CompiledIterator(
            iterator.Name, Compiler.Compile(iterator.Source), iterator.Until is null ? null : Compiler.Compile(iterator.Until)))];

    /// <summary>Visits every combination; false when there was nothing to go over or it was too much.</summary>
    private static bool Each(FeelScope scope, CompiledIterator[] iterators, int index, Visit visit)
    {
        if (index == iterators.Length)
        {
            visit(scope);
            return true;
        }

        var iterator = iterators[index];
        var items = iterator.Until is null
            ? Items(scope.Run, iterator.Source(scope))
            : Count(scope.Run, iterator.Source(scope), iterator.Until(scope));
        return items is not null && items.All(item => scope.Run.Step() && Each(scope.With(iterator.Name, item), iterators, index + 1, visit));
    }

    private static IEnumerable<FeelValue>? Items(FeelRun run, FeelValue source) => source switch
    {
        FeelValue.Null => null,
        FeelValue.List list => list.Items,
        FeelValue.Range { Low: { } low, High: { } high } range =>
            Count(run, low, high)?.Where(item => FeelCompare.Contains(run, range, item) == true),
        _ => [source],
    };

    private static IEnumerable<FeelValue>? Count(FeelRun run, FeelValue from, FeelValue until)
    {
        switch (from, until)
        {
            case (FeelValue.Number first, FeelValue.Number last):
                return Numbers(first.Value, last.Value);
            case (FeelValue.Date first, FeelValue.Date last):
                return Numbers(first.Value.DayNumber, last.Value.DayNumber).Select(day => new FeelValue.Date(DateOnly.FromDayNumber((int)day.Value)));
            default:
                run.Problem($"cannot count from a {from.TypeName} to a {until.TypeName}");
                return null;
        }
    }

    private static IEnumerable<FeelValue.Number> Numbers(decimal from, decimal until)
    {
        var step = from <= until ? 1 : -1;
        for (var number = from; step > 0 ? number <= until : number >= until; number += step)
        {
            yield return new FeelValue.Number(number);
        }
    }

    private sealed record CompiledIterator(string Name, FeelCode Source, FeelCode? Until);
}

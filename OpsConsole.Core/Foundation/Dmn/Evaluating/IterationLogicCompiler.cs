using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Compiling;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>Conditionals, filters and iterators (DMN 1.5, 10.2.1.8 to 10.2.1.11).</summary>
internal sealed class IterationLogicCompiler(LogicCompiler compiler)
{
    public DmnCode Compile(DmnLogic logic, FeelNames names, string place) => logic switch
    {
        DmnConditional conditional => Conditional(conditional, names, place),
        DmnFilter filter => Filter(filter, names, place),
        DmnFor loop => For(loop, names, place),
        DmnQuantified quantified => Quantified(quantified, names, place),
        _ => throw new ArgumentOutOfRangeException(nameof(logic), logic, "Decision logic without code"),
    };

    private DmnCode Conditional(DmnConditional conditional, FeelNames names, string place)
    {
        var condition = compiler.Compile(conditional.If, names, $"{place}, if");
        var then = compiler.Compile(conditional.Then, names, $"{place}, then");
        var otherwise = compiler.Compile(conditional.Else, names, $"{place}, else");
        return (frame, scope) => condition(frame, scope) is FeelValue.Boolean { Value: true } ? then(frame, scope) : otherwise(frame, scope);
    }

    private DmnCode Filter(DmnFilter filter, FeelNames names, string place)
    {
        var source = compiler.Compile(filter.In, names, $"{place}, in");
        var match = compiler.Compile(filter.Match, names.With("item"), $"{place}, match");
        return (frame, scope) =>
        {
            if (Items(source(frame, scope)) is not { } items)
            {
                return FeelValue.Null.Instance;
            }

            var kept = new List<FeelValue>();
            foreach (var item in items)
            {
                if (!frame.Run.Step() || match(frame, scope.Inside(item).With("item", item)) is not FeelValue.Boolean matches)
                {
                    return frame.Run.Problem($"the match of {place} is neither true nor false");
                }

                if (matches.Value)
                {
                    kept.Add(item);
                }
            }

            return new FeelValue.List(kept);
        };
    }

    private DmnCode For(DmnFor loop, FeelNames names, string place)
    {
        var source = compiler.Compile(loop.In, names, $"{place}, in");
        var body = compiler.Compile(loop.Return, names.With(loop.Iterator).With("partial"), $"{place}, return");
        return (frame, scope) =>
        {
            if (Items(source(frame, scope)) is not { } items)
            {
                return FeelValue.Null.Instance;
            }

            var results = new List<FeelValue>();
            foreach (var item in items)
            {
                if (!frame.Run.Step())
                {
                    return FeelValue.Null.Instance;
                }

                results.Add(body(frame, scope.With("partial", new FeelValue.List(new ListBeginning(results, results.Count))).With(loop.Iterator, item)));
            }

            return new FeelValue.List(results);
        };
    }

    private DmnCode Quantified(DmnQuantified quantified, FeelNames names, string place)
    {
        var source = compiler.Compile(quantified.In, names, $"{place}, in");
        var condition = compiler.Compile(quantified.Satisfies, names.With(quantified.Iterator), $"{place}, satisfies");
        return (frame, scope) =>
        {
            if (Items(source(frame, scope)) is not { } items)
            {
                return FeelValue.Null.Instance;
            }

            var result = quantified.Every;
            foreach (var item in items)
            {
                if (!frame.Run.Step() || condition(frame, scope.With(quantified.Iterator, item)) is not FeelValue.Boolean holds)
                {
                    return frame.Run.Problem($"the condition of {place} is neither true nor false");
                }

                result = quantified.Every ? result && holds.Value : result || holds.Value;
            }

            return FeelValue.Boolean.Of(result);
        };
    }

    /// <summary>What is gone over; a single value is a list of one, null is nothing to go over.</summary>
    private static IReadOnlyList<FeelValue>? Items(FeelValue source) => source switch
    {
        FeelValue.Null => null,
        FeelValue.List list => list.Items,
        var single => [single],
    };
}

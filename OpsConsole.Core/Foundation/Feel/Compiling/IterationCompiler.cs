using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Types;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary><c>for … return</c>, <c>some … satisfies</c>, <c>every … satisfies</c> (DMN 1.5, 10.3.2.14).</summary>
internal static class IterationCompiler
{
    /// <summary>The name under which the body of a loop finds the results so far.</summary>
    private const string Partial = "partial";

    /// <summary>Looks at one combination; false when no more are wanted.</summary>
    private delegate bool Visit(FeelScope scope);

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
        var wantsPartial = NodeSearch.Mentions(loop.Body, Partial);
        return scope =>
        {
            var results = new List<FeelValue>();
            var complete = Each(scope, iterators, 0, inner =>
            {
                results.Add(body(wantsPartial ? inner.With(Partial, new FeelValue.List(new ListBeginning(results, results.Count))) : inner));
                return true;
            });
            return complete ? new FeelValue.List(results) : FeelValue.Null.Instance;
        };
    }

    /// <summary>True or false as soon as one combination decides. What is neither true, false nor null decides that it is null.</summary>
    private static FeelCode Quantified(FeelNode.Quantified quantified)
    {
        var iterators = Iterators(quantified.Iterators);
        var condition = Compiler.Compile(quantified.Condition);
        var every = quantified.Every;
        return scope =>
        {
            bool? result = every;
            var decided = false;
            var complete = Each(scope, iterators, 0, inner =>
            {
                var value = condition(inner);
                if (value is not (FeelValue.Boolean or FeelValue.Null))
                {
                    scope.Run.Problem($"'satisfies' asks for true or false, not for a {value.TypeName}");
                    return false;
                }

                var holds = Compiler.Truth(value);
                result = every ? FeelCompare.And(result, holds) : FeelCompare.Or(result, holds);
                decided = result == !every;
                return !decided;
            });
            return complete || decided ? FeelValue.Boolean.Of(result) : FeelValue.Null.Instance;
        };
    }

    private static CompiledIterator[] Iterators(Sequence<FeelNode.Iterator> iterators) =>
        [.. iterators.Select(iterator => new CompiledIterator(
            iterator.Name, Compiler.Compile(iterator.Source), iterator.Until is null ? null : Compiler.Compile(iterator.Until)))];

    /// <summary>Visits every combination; false when there was nothing to go over, when it was too much, or when it was ended.</summary>
    private static bool Each(FeelScope scope, CompiledIterator[] iterators, int index, Visit visit)
    {
        if (index == iterators.Length)
        {
            return visit(scope);
        }

        var iterator = iterators[index];
        var items = iterator.Until is null
            ? Iteration.Over(scope.Run, iterator.Source(scope))
            : Iteration.Count(scope.Run, iterator.Source(scope), iterator.Until(scope));
        if (items is null)
        {
            return false;
        }

        foreach (var item in items)
        {
            if (!scope.Run.Step() || !Each(scope.With(iterator.Name, item), iterators, index + 1, visit))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record CompiledIterator(string Name, FeelCode Source, FeelCode? Until);
}

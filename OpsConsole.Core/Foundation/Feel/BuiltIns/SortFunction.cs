using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary><c>sort</c> (DMN 1.5, 10.3.4.4): by a function of two items, or without one in ascending order. Equal items keep their order.</summary>
internal static class SortFunction
{
    public static readonly FeelValue.Function[] All = [Define("sort", "list, precedes?", Sort)];

    private static FeelValue? Sort(BuiltInArguments call)
    {
        if (call.List(0) is not { } items || (call.Count > 1 && call.Function(1) is null))
        {
            return null;
        }

        var run = call.Run;
        if (call.Count == 1)
        {
            return HasOrder(run, items) ? new FeelValue.List(Sorted([.. items], (one, other) => FeelCompare.Order(run, one, other) < 0)) : null;
        }

        var precedes = call.Function(1)!;
        return precedes.Signatures.Any(signature => signature.Accepts(2))
            ? new FeelValue.List(Sorted([.. items], (one, other) => run.Call(precedes, [one, other]) is FeelValue.Boolean { Value: true }))
            : call.Problem("wants a function of two items");
    }

    private static bool HasOrder(FeelRun run, IReadOnlyList<FeelValue> items)
    {
        foreach (var item in items)
        {
            if (FeelCompare.Order(run, item, items[0]) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Merges sorted halves, so that a function that contradicts itself still comes to an end.</summary>
    private static FeelValue[] Sorted(FeelValue[] items, Func<FeelValue, FeelValue, bool> precedes)
    {
        if (items.Length < 2)
        {
            return items;
        }

        var left = Sorted(items[..(items.Length / 2)], precedes);
        var right = Sorted(items[(items.Length / 2)..], precedes);
        var (atLeft, atRight) = (0, 0);
        for (var index = 0; index < items.Length; index++)
        {
            var takeRight = atLeft == left.Length || (atRight < right.Length && precedes(right[atRight], left[atLeft]));
            items[index] = takeRight ? right[atRight++] : left[atLeft++];
        }

        return items;
    }
}

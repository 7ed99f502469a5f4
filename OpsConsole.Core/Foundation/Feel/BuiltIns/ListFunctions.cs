using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Lists (DMN 1.5, 10.3.4.4).</summary>
internal static class ListFunctions
{
    public static readonly FeelValue.Function[] All =
    [
        Define("list contains", "list, element", call => call.List(0) is { } items ? FeelValue.Boolean.Of(IndexOf(call.Run, items, call[1]) >= 0) : null),
        Define("count", "list", call => call.List(0) is { } items ? new FeelValue.Number(items.Count) : null),
        Define("min", "list | c1...", call => Extreme(call, -1)),
        Define("max", "list | c1...", call => Extreme(call, 1)),
        Define("sum", "list | n1...", call => Sum(call)),
        Define("product", "list | n1...", call => Fold(call, "*")),
        Define("mean", "list | n1...", call => call.Items() is { Count: > 0 } items ? FeelArithmetic.Apply(call.Run, "/", Sum(call), new FeelValue.Number(items.Count)) : null),
        Define("median", "list | n1...", call => call.Numbers() is { Count: > 0 } numbers ? new FeelValue.Number(Median([.. numbers.Order()])) : null),
        Define("all", "list | b1...", call => Truths(call, true, FeelCompare.And)),
        Define("any", "list | b1...", call => Truths(call, false, FeelCompare.Or)),
        Define("sublist", "list, start position, length?", Sublist),
        Define("append", "list, item...", call => List([.. call.List(0) ?? [FeelValue.Null.Instance], .. Rest(call, 1)])),
        Define("concatenate", "list...", call => List(Concatenate(call))),
        Define("union", "list...", call => List(Distinct(call.Run, Concatenate(call)))),
        Define("distinct values", "list", call => call.List(0) is { } items ? List(Distinct(call.Run, items)) : null),
        Define("insert before", "list, position, newItem", call => Change(call, (items, at) => items.Insert(at, call[2]))),
        Define("remove", "list, position", call => Change(call, (items, at) => items.RemoveAt(at))),
        Define("reverse", "list", call => call.List(0) is { } items ? List(items.Reverse()) : null),
        Define("index of", "list, match", IndexesOf),
        Define("flatten", "list", call => call.List(0) is { } items ? List(Flatten(call.Run, items)) : null),
        Define("sort", "list, precedes?", Sort),
    ];

    private static FeelValue.List List(IEnumerable<FeelValue> items) => new([.. items]);

    private static IEnumerable<FeelValue> Rest(BuiltInArguments call, int from) => Enumerable.Range(from, Math.Max(0, call.Count - from)).Select(index => call[index]);

    private static IEnumerable<FeelValue> Concatenate(BuiltInArguments call) => Enumerable.Range(0, call.Count).SelectMany(index => call.List(index) ?? []);

    private static int IndexOf(FeelRun run, IReadOnlyList<FeelValue> items, FeelValue wanted)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (IsSame(run, items[index], wanted))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Equal; items of another type are simply not it.</summary>
    private static bool IsSame(FeelRun run, FeelValue item, FeelValue wanted) => item.TypeName == wanted.TypeName && FeelCompare.Equal(run, item, wanted) == true;

    private static FeelValue? Extreme(BuiltInArguments call, int sign)
    {
        FeelValue? best = null;
        foreach (var item in call.Items())
        {
            if (best is null)
            {
                best = item;
            }
            else if (FeelCompare.Order(call.Run, item, best) is not { } order)
            {
                return null;
            }
            else if (Math.Sign(order) == sign)
            {
                best = item;
            }
        }

        return best;
    }

    private static FeelValue Sum(BuiltInArguments call) => Fold(call, "+") ?? FeelValue.Null.Instance;

    /// <summary>Numbers and durations; an empty list gives null.</summary>
    private static FeelValue? Fold(BuiltInArguments call, string operation)
    {
        var items = call.Items();
        if (items.FirstOrDefault(item => item is FeelValue.Text) is not null)
        {
            return call.Problem("wants numbers, not a string");
        }

        return items.Count == 0 ? null : items.Skip(1).Aggregate(items[0], (sum, item) => FeelArithmetic.Apply(call.Run, operation, sum, item));
    }

    private static decimal Median(decimal[] ordered)
    {
        var middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }

    private static FeelValue Truths(BuiltInArguments call, bool start, Func<bool?, bool?, bool?> combine) =>
        FeelValue.Boolean.Of(call.Items().Aggregate((bool?)start, (result, item) => combine(result, (item as FeelValue.Boolean)?.Value)));

    /// <summary>Turns a place, counted from 1 or backwards from -1, into an index; null when it is outside.</summary>
    private static int? Index(decimal place, int count)
    {
        var index = place > 0 ? place - 1 : count + place;
        return place != 0 && index >= 0 && index < count ? (int)index : null;
    }

    private static FeelValue? Sublist(BuiltInArguments call)
    {
        if (call.List(0) is not { } items || call.Number(1) is not { } start)
        {
            return null;
        }

        return Index(start, items.Count) is { } from
            ? List(items.Skip(from).Take((int)Math.Clamp(call.Number(2) ?? items.Count, 0, items.Count)))
            : call.Problem($"has no place {FeelText.Write(start)}");
    }

    private static FeelValue? Change(BuiltInArguments call, Action<List<FeelValue>, int> change)
    {
        if (call.List(0) is not { } items || call.Number(1) is not { } place)
        {
            return null;
        }

        if (Index(place, items.Count) is not { } index)
        {
            return call.Problem($"has no place {FeelText.Write(place)}");
        }

        List<FeelValue> copy = [.. items];
        change(copy, index);
        return List(copy);
    }

    private static FeelValue.List? IndexesOf(BuiltInArguments call)
    {
        if (call.List(0) is not { } items)
        {
            return null;
        }

        var run = call.Run;
        var wanted = call[1];
        return List(items.Index().Where(entry => IsSame(run, entry.Item, wanted)).Select(entry => new FeelValue.Number(entry.Index + 1)));
    }

    private static List<FeelValue> Distinct(FeelRun run, IEnumerable<FeelValue> items)
    {
        var distinct = new List<FeelValue>();
        foreach (var item in items)
        {
            if (IndexOf(run, distinct, item) < 0)
            {
                distinct.Add(item);
            }
        }

        return distinct;
    }

    private static List<FeelValue> Flatten(FeelRun run, IReadOnlyList<FeelValue> items)
    {
        var flat = new List<FeelValue>();
        if (run.Enter())
        {
            foreach (var item in items)
            {
                flat.AddRange(item is FeelValue.List list ? Flatten(run, list.Items) : [item]);
            }
        }

        run.Leave();
        return flat;
    }

    /// <summary>Merges sorted halves, so that a function that contradicts itself still comes to an end.</summary>
    private static FeelValue? Sort(BuiltInArguments call)
    {
        if (call.List(0) is not { } items)
        {
            return null;
        }

        var run = call.Run;
        var precedes = call.Function(1);
        return List(Sorted([.. items], (one, other) => precedes is null
            ? FeelCompare.Order(run, one, other) < 0
            : run.Call(precedes, [one, other]) is FeelValue.Boolean { Value: true }));
    }

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

using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Lists (DMN 1.5, 10.3.4.4). Places count from 1, or backwards from -1.</summary>
internal static class ListFunctions
{
    public static readonly FeelValue.Function[] All =
    [
        Define("list contains", "list, element", call => call.List(0) is { } items ? FeelValue.Boolean.Of(Contains(call, items)) : null),
        Define("sublist", "list, start position, length?", Sublist),
        Define("append", "list, item...", call => call.List(0) is { } items ? new FeelValue.List([.. items, .. Rest(call)]) : null),
        Define("concatenate", "list...", call => Concatenated(call) is { } items ? new FeelValue.List(items) : null),
        Define("union", "list...", call => Concatenated(call) is { } items ? Distinct(call, items) : null),
        Define("distinct values", "list", call => call.List(0) is { } items ? Distinct(call, items) : null),
        Define("insert before", "list, position, newItem", call => Change(call, (items, at) => items.Insert(at, call[2]))),
        Define("remove", "list, position", call => Change(call, (items, at) => items.RemoveAt(at))),
        Define("list replace", "list, position, newItem | list, match, newItem", Replace),
        Define("reverse", "list", call => call.List(0) is { } items ? new FeelValue.List([.. items.Reverse()]) : null),
        Define("index of", "list, match", IndexesOf),
        Define("flatten", "list", call => call.List(0) is { } items ? new FeelValue.List(Flatten(call.Run, items, [])) : null),
    ];

    private static List<FeelValue> Rest(BuiltInArguments call)
    {
        var rest = new List<FeelValue>();
        for (var index = 1; index < call.Count; index++)
        {
            rest.Add(call[index]);
        }

        return rest;
    }

    private static List<FeelValue>? Concatenated(BuiltInArguments call)
    {
        var all = new List<FeelValue>();
        for (var index = 0; index < call.Count; index++)
        {
            if (call.List(index) is not { } items || !call.Run.Step(items.Count))
            {
                return null;
            }

            all.AddRange(items);
        }

        return all;
    }

    private static bool Contains(BuiltInArguments call, IReadOnlyList<FeelValue> items)
    {
        var equality = new FeelEquality(call.Run);
        foreach (var item in items)
        {
            if (equality.Equals(item, call[1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Turns a place into an index; null when it is outside.</summary>
    private static int? Index(int place, int count)
    {
        var index = place > 0 ? place - 1 : count + place;
        return place != 0 && index >= 0 && index < count ? index : null;
    }

    private static FeelValue? Sublist(BuiltInArguments call)
    {
        if (call.List(0) is not { } items || call.Whole(1) is not { } start || (call.Count > 2 && call[2] is not FeelValue.Null && call.Whole(2) is null))
        {
            return null;
        }

        if (Index(start, items.Count) is not { } from)
        {
            return call.Problem($"has no place {start}");
        }

        var length = call.Whole(2) ?? items.Count - from;
        if (length < 1 || length > items.Count - from)
        {
            return call.Problem($"has no {length} items from place {start}");
        }

        var part = new FeelValue[length];
        for (var index = 0; index < length; index++)
        {
            part[index] = items[from + index];
        }

        return new FeelValue.List(part);
    }

    private static FeelValue? Change(BuiltInArguments call, Action<List<FeelValue>, int> change)
    {
        if (call.List(0) is not { } items || call.Whole(1) is not { } place)
        {
            return null;
        }

        if (Index(place, items.Count) is not { } index)
        {
            return call.Problem($"has no place {place}");
        }

        List<FeelValue> copy = [.. items];
        change(copy, index);
        return new FeelValue.List(copy);
    }

    /// <summary>At a place, or wherever a function of an item and the new one says so.</summary>
    private static FeelValue? Replace(BuiltInArguments call)
    {
        if (call.Single(1) is not FeelValue.Function match)
        {
            return Change(call, (items, at) => items[at] = call[2]);
        }

        if (call.List(0) is not { } items)
        {
            return null;
        }

        if (!match.Signatures.Any(signature => signature.Accepts(2)))
        {
            return call.Problem("wants a function of an item and the new item");
        }

        var replaced = new FeelValue[items.Count];
        for (var index = 0; index < replaced.Length; index++)
        {
            if (call.Run.Call(match, [items[index], call[2]]) is not FeelValue.Boolean { Value: var isMatch })
            {
                return call.Problem("wants a function that gives true or false");
            }

            replaced[index] = isMatch ? call[2] : items[index];
        }

        return new FeelValue.List(replaced);
    }

    private static FeelValue.List? IndexesOf(BuiltInArguments call)
    {
        if (call.List(0) is not { } items)
        {
            return null;
        }

        var equality = new FeelEquality(call.Run);
        var places = new List<FeelValue>();
        for (var index = 0; index < items.Count; index++)
        {
            if (equality.Equals(items[index], call[1]))
            {
                places.Add(new FeelValue.Number(index + 1));
            }
        }

        return new FeelValue.List(places);
    }

    private static FeelValue.List Distinct(BuiltInArguments call, IReadOnlyList<FeelValue> items)
    {
        var known = new HashSet<FeelValue>(new FeelEquality(call.Run));
        var distinct = new List<FeelValue>();
        foreach (var item in items)
        {
            if (known.Add(item))
            {
                distinct.Add(item);
            }
        }

        return new FeelValue.List(distinct);
    }

    private static List<FeelValue> Flatten(FeelRun run, IReadOnlyList<FeelValue> items, List<FeelValue> flat)
    {
        if (run.Enter() && run.Step(items.Count))
        {
            foreach (var item in items)
            {
                if (item is FeelValue.List list)
                {
                    Flatten(run, list.Items, flat);
                }
                else
                {
                    flat.Add(item);
                }
            }
        }

        run.Leave();
        return flat;
    }
}

using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary><c>list[2]</c>, <c>list[-1]</c>, <c>orders[status = "pending"]</c>, <c>list[item &gt; 3]</c> (DMN 1.5, 10.3.2.5).</summary>
internal static class FilterCompiler
{
    public static FeelCode Compile(FeelNode.Filter filter)
    {
        var target = Compiler.Compile(filter.Target);
        if (filter.Condition is FeelNode.Literal { Value: FeelValue.Number place })
        {
            return scope => target(scope) is var found && Items(found) is { } items ? At(items, place) : FeelValue.Null.Instance;
        }

        var condition = Compiler.Compile(filter.Condition);
        return scope => target(scope) is var found && Items(found) is { } items ? Filter(scope, items, condition) : FeelValue.Null.Instance;
    }

    /// <summary>A single value is a list of one; null is no list.</summary>
    private static IReadOnlyList<FeelValue>? Items(FeelValue value) => value switch
    {
        FeelValue.Null => null,
        FeelValue.List list => list.Items,
        _ => [value],
    };

    /// <summary>
    /// A number is a place in the list; what it is shows at the first item, for a condition may depend on items. Null meets no item, whatever else
    /// is neither true nor false spoils the whole.
    /// </summary>
    private static FeelValue Filter(FeelScope scope, IReadOnlyList<FeelValue> items, FeelCode condition)
    {
        var kept = new List<FeelValue>();
        for (var index = 0; index < items.Count; index++)
        {
            if (!scope.Run.Step())
            {
                return FeelValue.Null.Instance;
            }

            switch (condition(scope.Item(items[index])))
            {
                case FeelValue.Number place when index == 0:
                    return At(items, place);
                case FeelValue.Boolean { Value: true }:
                    kept.Add(items[index]);
                    break;
                case FeelValue.Boolean or FeelValue.Null:
                    break;
                case var other:
                    return scope.Run.Problem($"a list is filtered by true or false or by a place, not by a {other.TypeName}");
            }
        }

        return items.Count == 0 && IsPlace(scope, condition) ? FeelValue.Null.Instance : new FeelValue.List(kept);
    }

    /// <summary>Whether an empty list is asked for a place, of which it has none.</summary>
    private static bool IsPlace(FeelScope scope, FeelCode condition)
    {
        var before = scope.Run.Problems.Count;
        var isPlace = condition(scope.Item(FeelValue.Null.Instance)) is FeelValue.Number;
        scope.Run.ForgetAfter(before);
        return isPlace;
    }

    private static FeelValue At(IReadOnlyList<FeelValue> items, FeelValue.Number number)
    {
        var place = number.Value.Clamped();
        var index = place > 0 ? place - 1 : items.Count + place;
        return place != 0 && index >= 0 && index < items.Count ? items[(int)index] : FeelValue.Null.Instance;
    }
}

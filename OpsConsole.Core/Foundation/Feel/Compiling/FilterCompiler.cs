using OpsConsole.Core.Foundation.Feel.Syntax;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary><c>list[2]</c>, <c>list[-1]</c>, <c>orders[status = "pending"]</c>, <c>list[item &gt; 3]</c> (DMN 1.5, 10.3.2.5).</summary>
internal static class FilterCompiler
{
    public static FeelCode Compile(FeelNode.Filter filter)
    {
        var target = Compiler.Compile(filter.Target);
        var condition = Compiler.Compile(filter.Condition);
        return scope => target(scope) switch
        {
            FeelValue.Null => FeelValue.Null.Instance,
            FeelValue.List list => Filter(scope, list.Items, condition),
            var single => Filter(scope, [single], condition),
        };
    }

    /// <summary>A number is a place in the list; what it is shows at the first item, for a condition may depend on items.</summary>
    private static FeelValue Filter(FeelScope scope, IReadOnlyList<FeelValue> items, FeelCode condition)
    {
        var kept = new List<FeelValue>();
        foreach (var item in items)
        {
            if (!scope.Run.Step())
            {
                return FeelValue.Null.Instance;
            }

            switch (condition(scope.Inside(item).With("item", item)))
            {
                case FeelValue.Number place:
                    return At(items, place.Value);
                case FeelValue.Boolean { Value: true }:
                    kept.Add(item);
                    break;
            }
        }

        return new FeelValue.List(kept);
    }

    private static FeelValue At(IReadOnlyList<FeelValue> items, decimal place)
    {
        var index = place > 0 ? place - 1 : items.Count + place;
        return place != 0 && index >= 0 && index < items.Count ? items[(int)index] : FeelValue.Null.Instance;
    }
}

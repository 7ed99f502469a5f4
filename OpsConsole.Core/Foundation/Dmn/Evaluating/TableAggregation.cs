using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel.BuiltIns;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>What <c>C</c>, <c>C+</c>, <c>C&lt;</c>, <c>C&gt;</c> and <c>C#</c> make of the outputs of the rules that match.</summary>
internal static class TableAggregation
{
    public static FeelValue Of(FeelRun run, DmnAggregation aggregation, List<FeelValue> outputs)
    {
        var list = new FeelValue.List(outputs);
        return aggregation switch
        {
            DmnAggregation.None => list,
            DmnAggregation.Count => new FeelValue.Number(outputs.Count),
            DmnAggregation.Sum => Call(run, "sum", list),
            DmnAggregation.Min => Call(run, "min", list),
            DmnAggregation.Max => Call(run, "max", list),
            _ => throw new ArgumentOutOfRangeException(nameof(aggregation), aggregation, "An aggregation without code"),
        };
    }

    private static FeelValue Call(FeelRun run, string function, FeelValue.List outputs) => run.Call(BuiltInFunctions.Find(function)!, [outputs]);
}

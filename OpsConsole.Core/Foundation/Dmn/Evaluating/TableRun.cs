using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Dmn.Typing;
using OpsConsole.Core.Foundation.Feel.Compiling;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>One evaluation of a decision table: which rules match, and what its hit policy makes of them (DMN 1.5, 8.2.8).</summary>
internal sealed class TableRun(CompiledTable table, DmnFrame frame, FeelScope scope)
{
    private readonly FeelRun _run = frame.Run;

    public FeelValue Evaluate()
    {
        var values = new FeelValue[table.Inputs.Count];
        for (var index = 0; index < values.Length; index++)
        {
            if (Input(table.Inputs[index]) is not { } value)
            {
                return FeelValue.Null.Instance;
            }

            values[index] = value;
        }

        var matches = Matches(values);
        var outputs = matches.ConvertAll(Outputs);
        frame.Trace?.Asked(table, values, [.. matches.Zip(outputs)]);
        return matches.Count == 0 ? WithoutMatch() : Result(matches, outputs);
    }

    private FeelValue? Input(CompiledInput input)
    {
        var value = DmnCoercion.Coerce(_run, input.Type, input.Value(frame, scope), input.What);
        if (input.Allowed is { } allowed && value is not FeelValue.Null && allowed.Test(scope, value) != true)
        {
            _run.Problem($"{input.What} is none of the allowed ones");
            return null;
        }

        return value;
    }

    private List<int> Matches(FeelValue[] values)
    {
        var matches = new List<int>();
        for (var rule = 0; rule < table.Rules.Count && _run.Step(); rule++)
        {
            if (Matches(table.Rules[rule], values))
            {
                matches.Add(rule);
                if (table.Table.HitPolicy == DmnHitPolicy.First)
                {
                    break;
                }
            }
        }

        return matches;
    }

    private bool Matches(CompiledRule rule, FeelValue[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (rule.Tests[index] is { } test && test.Test(scope, values[index]) != true)
            {
                return false;
            }
        }

        return true;
    }

    private FeelValue WithoutMatch()
    {
        if (table.Outputs.Any(output => output.Default is not null))
        {
            return Combine([.. table.Outputs.Select(output => output.Default is { } code ? Checked(output, code(frame, scope)) : FeelValue.Null.Instance)]);
        }

        return table.Table switch
        {
            { HitPolicy: DmnHitPolicy.Collect, Aggregation: DmnAggregation.Count } => new FeelValue.Number(0),
            { HitPolicy: DmnHitPolicy.Collect or DmnHitPolicy.RuleOrder or DmnHitPolicy.OutputOrder, Aggregation: DmnAggregation.None } => new FeelValue.List([]),
            _ => FeelValue.Null.Instance,
        };
    }

    private FeelValue Result(List<int> matches, List<FeelValue[]> outputs)
    {
        var policy = table.Table.HitPolicy;
        if (policy == DmnHitPolicy.Unique && matches.Count > 1)
        {
            return _run.Problem($"{table.Place}: rules {Numbers(matches)} match, and only one may");
        }

        switch (policy)
        {
            case DmnHitPolicy.Any when outputs.Exists(output => FeelCompare.Equal(_run, Combine(output), Combine(outputs[0])) != true):
                return _run.Problem($"{table.Place}: rules {Numbers(matches)} match with different outputs");
            case DmnHitPolicy.Priority:
                return Combine(Ordered(outputs)[0]);
            case DmnHitPolicy.OutputOrder:
                return new FeelValue.List(Ordered(outputs).ConvertAll(Combine));
            case DmnHitPolicy.RuleOrder:
                return new FeelValue.List(outputs.ConvertAll(Combine));
            case DmnHitPolicy.Collect:
                return TableAggregation.Of(_run, table.Table.Aggregation, outputs.ConvertAll(Combine));
            default:
                return Combine(outputs[0]);
        }
    }

    private FeelValue[] Outputs(int rule) =>
        [.. table.Outputs.Select((output, index) => Checked(output, table.Rules[rule].Outputs[index](frame, scope)))];

    private FeelValue Checked(CompiledOutput output, FeelValue value) => DmnCoercion.Coerce(_run, output.Type, value, output.What);

    private FeelValue Combine(FeelValue[] outputs) => outputs is [var single]
        ? single
        : new FeelValue.Context(FeelMembers.Of(table.Outputs.Select((output, index) => KeyValuePair.Create(output.Name, outputs[index]))));

    /// <summary>By the place of each output among its allowed values, the first output first.</summary>
    private List<FeelValue[]> Ordered(List<FeelValue[]> outputs) =>
        [.. outputs.Select(output => (Output: output, Rank: Rank(output))).OrderBy(ranked => ranked.Rank, Comparer<int[]>.Create(Compare)).Select(ranked => ranked.Output)];

    private int[] Rank(FeelValue[] outputs) => [.. table.Outputs.Select((output, index) => Rank(output, outputs[index]))];

    private int Rank(CompiledOutput output, FeelValue value)
    {
        for (var rank = 0; rank < output.Priorities.Count; rank++)
        {
            if (Meets(output.Priorities[rank], value))
            {
                return rank;
            }
        }

        return int.MaxValue;
    }

    private static int Compare(int[]? left, int[]? right) =>
        left!.Zip(right!).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0);

    private bool Meets(FeelCode test, FeelValue value) => test(scope.With(Compiler.TestedName, value)) is FeelValue.Boolean { Value: true };

    private static string Numbers(List<int> rules) => string.Join(" and ", rules.Select(rule => rule + 1));
}

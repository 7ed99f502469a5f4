using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>What was decided on the way, in the order in which it was.</summary>
internal sealed class DmnTrace
{
    /// <summary>A loop may ask a table very often; the first times tell enough.</summary>
    private const int Most = 1_000;

    private readonly List<(DmnUnit Unit, FeelValue Value)> _decisions = [];
    private readonly List<TableAsked> _tables = [];

    public void Decided(DmnUnit unit, FeelValue value)
    {
        if (_decisions.Count < Most)
        {
            _decisions.Add((unit, value));
        }
    }

    public void Asked(CompiledTable table, IReadOnlyList<FeelValue> inputs, IReadOnlyList<(int Rule, FeelValue[] Outputs)> fired)
    {
        if (_tables.Count < Most)
        {
            _tables.Add(new TableAsked(table, inputs, fired));
        }
    }

    public DmnResult Result(FeelRun run, FeelValue value)
    {
        var json = FeelJson.Write(run, value);
        DmnDecided[] decisions = [.. _decisions.Select(decided => new DmnDecided(decided.Unit.Element.Name, FeelJson.Write(run, decided.Value)))];
        DmnTableAsked[] tables = [.. _tables.Select(asked => Write(run, asked))];
        return new DmnResult(json, run.Problems, decisions, tables);
    }

    private static DmnTableAsked Write(FeelRun run, TableAsked asked)
    {
        var table = asked.Table.Table;
        return new DmnTableAsked(
            asked.Table.Place,
            table.HitPolicy.ToString(),
            [.. table.Inputs.Zip(asked.Inputs).Select(pair => new DmnInputAsked(pair.First.Expression, FeelJson.Write(run, pair.Second)))],
            [.. asked.Fired.Select(fired => new DmnRuleFired(
                fired.Rule + 1,
                table.Rules[fired.Rule].Id,
                [.. table.Rules[fired.Rule].Inputs.Select(cell => cell.Text)],
                [.. asked.Table.Outputs.Zip(fired.Outputs).Select(pair => KeyValuePair.Create(pair.First.Name, FeelJson.Write(run, pair.Second)))],
                table.Rules[fired.Rule].Annotations))]);
    }

    private sealed record TableAsked(CompiledTable Table, IReadOnlyList<FeelValue> Inputs, IReadOnlyList<(int Rule, FeelValue[] Outputs)> Fired);
}

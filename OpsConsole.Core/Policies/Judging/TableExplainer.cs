using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>Tells of every row of a table what each of its cells says, by evaluating it; the index, which leaves most rows out, is of no use here.</summary>
/// <param name="values">One for each input of the policy.</param>
/// <param name="hits">The rows that count, with their sentences.</param>
internal sealed class TableExplainer(Policy policy, IReadOnlyList<InputValue> values, FeelMembers members, IReadOnlyList<RuleHit> hits)
{
    public static ExplainedTable Explain(Policy policy, IReadOnlyList<InputValue> values, FeelMembers members, IReadOnlyList<RuleHit> hits)
    {
        var explainer = new TableExplainer(policy, values, members, hits);
        List<ExplainedRow> rows = [.. policy.Rules.Select(rule => explainer.Explain(rule))];
        return new ExplainedTable(
            policy.Id,
            policy.Version,
            policy.Title,
            policy.Source,
            [.. policy.Inputs.Select((input, column) => new ExplainedInput(input.Name, input.Expression.Text, values[column].Text, values[column].Problem))],
            rows,
            rows.Count(row => row.State == RowState.RuledOut));
    }

    private ExplainedRow Explain(PolicyRule rule)
    {
        List<ExplainedCell> cells = [.. Enumerable.Range(0, rule.Cells.Count).Where(column => !rule.Cells[column].IsAny).Select(column => Explain(rule, column))];
        var state = cells.Exists(cell => cell.State == CellState.NotMet) ? RowState.RuledOut
            : cells.Exists(cell => cell.State == CellState.Undecided) ? RowState.Undecided
            : RowState.Fired;
        var reason = state == RowState.RuledOut ? null : hits.FirstOrDefault(hit => hit.PolicyId == policy.Id && hit.RuleId == rule.Id)?.Reason;
        return new ExplainedRow(rule.Id, state, rule.Demand.Verdict, rule.Demand.ApproverRole, reason, rule.Citation, cells);
    }

    private ExplainedCell Explain(PolicyRule rule, int column)
    {
        var value = values[column];
        var answer = value.Problem is null ? CellAnswer.Of(rule.Cells[column], value.Value, members) : new CellAnswer(CellOutcome.Doubt, value.Problem);
        var state = answer.Outcome switch { CellOutcome.Met => CellState.Met, CellOutcome.NotMet => CellState.NotMet, _ => CellState.Undecided };
        return new ExplainedCell(policy.Inputs[column].Name, value.Text, rule.Cells[column].Text, state, answer.Problem);
    }
}

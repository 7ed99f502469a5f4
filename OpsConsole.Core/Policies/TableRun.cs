using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies;

/// <summary>One table asked about one input. An input expression is evaluated when the first cell asks for it, and then once.</summary>
internal sealed class TableRun(Policy policy, FeelMembers members)
{
    private readonly InputValue?[] _values = new InputValue?[policy.Inputs.Count];

    public IEnumerable<FiredRule> Fired() => policy.Rules.Select(Ask).OfType<FiredRule>();

    private FiredRule? Ask(PolicyRule rule)
    {
        var cells = new List<CellMatch>();
        string? problem = null;
        for (var column = 0; column < rule.Cells.Count; column++)
        {
            if (rule.Cells[column].IsAny)
            {
                continue;
            }

            var cell = Ask(column, rule);
            if (cell is null)
            {
                return null;
            }

            problem ??= cell.Problem is null ? null : $"{cell.Input}: {cell.Problem}";
            cells.Add(cell);
        }

        return problem is null ? Fire(rule, cells) : Doubt(rule, cells, problem);
    }

    /// <summary>The cell if it is met or cannot be told; null when it rules the row out. A null in the data is a value like any other: it meets what asks for null.</summary>
    private CellMatch? Ask(int column, PolicyRule rule)
    {
        var input = _values[column] ??= Evaluate(policy.Inputs[column]);
        var test = rule.Cells[column];
        var run = new FeelRun();
        var met = input.Problem is null ? test.Test(run, input.Value, members) : null;
        var problem = input.Problem ?? (met is null && run.Problems.Count > 0 ? run.Problems[0] : null);
        return met == true || problem is not null ? new CellMatch(policy.Inputs[column].Name, input.Text, test.Text, problem) : null;
    }

    private InputValue Evaluate(PolicyInput input)
    {
        var run = new FeelRun();
        var value = input.Expression.Run(run, members);
        return new InputValue(value, FeelText.Literal(run, value), run.Problems.Count > 0 ? run.Problems[0] : null);
    }

    private FiredRule Fire(PolicyRule rule, List<CellMatch> cells) =>
        new(rule.Demand, Hit(rule, rule.Demand.Verdict, rule.Reason.Render(members)) with { Cells = cells });

    private FiredRule Doubt(PolicyRule rule, List<CellMatch> cells, string problem)
    {
        var demand = rule.Demand.And(RuleDemand.Supervisor);
        var consequence = demand.Verdict == Verdict.Deny ? "it might forbid this, so this may not run" : "a supervisor decides";
        return new(demand, Hit(rule, demand.Verdict, $"Rule {rule.Id} could not be evaluated ({problem}), and {consequence}.") with { Cells = cells, IsUndecided = true });
    }

    private RuleHit Hit(PolicyRule rule, Verdict verdict, string reason) => new(policy.Id, policy.Version, rule.Id, verdict, reason, rule.Citation);

    private sealed record InputValue(FeelValue Value, string Text, string? Problem);
}

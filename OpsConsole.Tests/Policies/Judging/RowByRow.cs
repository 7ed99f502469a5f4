using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Tests.Policies.Judging;

/// <summary>The engine as one would write it first: every row, every cell, evaluated in turn. What the index must agree with.</summary>
internal static class RowByRow
{
    public static List<FiredRule> Fired(PolicySet set, JsonObject input)
    {
        var members = FeelMembers.Of(input);
        var fired = set.Policies.OrderBy(policy => policy.Id, StringComparer.Ordinal).SelectMany(policy => policy.Rules.Select(rule => Ask(policy, rule, members))).OfType<FiredRule>().ToList();
        return fired.Count == 0 ? [FiredRules.NotCovered] : fired;
    }

    private static FiredRule? Ask(Policy policy, PolicyRule rule, FeelMembers members)
    {
        var cells = new List<CellMatch>();
        for (var column = 0; column < rule.Cells.Count; column++)
        {
            if (rule.Cells[column].IsAny)
            {
                continue;
            }

            var run = new FeelRun();
            var value = policy.Inputs[column].Expression.Run(run, members);
            var problem = run.Problems.Count > 0 ? run.Problems[0] : null;
            if (problem is null)
            {
                var test = new FeelRun();
                var met = rule.Cells[column].Test(test, value, members);
                problem = met is null && test.Problems.Count > 0 ? test.Problems[0] : null;
                if (met != true && problem is null)
                {
                    return null;
                }
            }

            cells.Add(new CellMatch(policy.Inputs[column].Name, FeelText.Literal(new FeelRun(), value), rule.Cells[column].Text, problem));
        }

        return cells.Find(cell => cell.Problem is not null) is { } doubt ? Doubt(policy, rule, cells, $"{doubt.Input}: {doubt.Problem}") : Fire(policy, rule, cells, members);
    }

    private static FiredRule Fire(Policy policy, PolicyRule rule, List<CellMatch> cells, FeelMembers members) =>
        new(rule.Demand, new RuleHit(policy.Id, policy.Version, rule.Id, rule.Demand.Verdict, rule.Reason.Render(members), rule.Citation) { Cells = cells });

    private static FiredRule Doubt(Policy policy, PolicyRule rule, List<CellMatch> cells, string problem)
    {
        var demand = rule.Demand.And(RuleDemand.Supervisor);
        var end = demand.Verdict == Verdict.Deny ? "it might forbid this, so this may not run" : "a supervisor decides";
        return new(demand, new RuleHit(policy.Id, policy.Version, rule.Id, demand.Verdict, $"Rule {rule.Id} could not be evaluated ({problem}), and {end}.", rule.Citation) { Cells = cells, IsUndecided = true });
    }
}

using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies;

/// <summary>
/// What policies say to an action. Pure: no clock, no storage. All rows of all tables that govern the action type are asked, and the most
/// restrictive of those that fire decides. Doubt never lets anything through: a row with a cell that cannot be evaluated, and none that
/// rules it out, counts as fired and asks a supervisor at the least; an unreadable policy denies; so does having none.
/// </summary>
public static class PolicyEngine
{
    public static PolicyVerdict Decide(PolicySet policies, string actionType, JsonObject input)
    {
        if (policies.IsEmpty)
        {
            return Answer([BuiltIn(RuleDemand.Forbidden, "No policy is loaded, so nothing may run; load a pack with policies first.")], policies.Governing(actionType, input).Digest);
        }

        var governing = policies.Governing(actionType, input);
        var members = FeelMembers.Of(input);
        List<FiredRule> fired =
        [
            .. governing.Unreadable.Select(Unreadable),
            .. governing.Policies.SelectMany(policy => new TableRun(policy, members).Fired()),
        ];
        if (fired.Count == 0)
        {
            fired.Add(BuiltIn(RuleDemand.Supervisor, "No rule covers this action, so a supervisor decides."));
        }

        return Answer(fired, governing.Digest);
    }

    private static PolicyVerdict Answer(List<FiredRule> fired, string digest)
    {
        var demand = fired.Select(rule => rule.Demand).Aggregate((one, other) => one.And(other));
        return new PolicyVerdict(
            demand.Verdict,
            demand.ApproverRole,
            demand.Quorum,
            demand.NoSelfApproval,
            demand.ExpiresAfter,
            [.. DecidingFirst(fired).Select(rule => rule.Hit)],
            digest)
        {
            Blind = demand.Blind,
            Notify = demand.Notify,
            Attach = demand.Attach,
        };
    }

    /// <summary>A stable order: rows that ask for the same stand in the order of their tables.</summary>
    private static IEnumerable<FiredRule> DecidingFirst(IEnumerable<FiredRule> fired) => fired
        .OrderByDescending(rule => rule.Demand.Verdict)
        .ThenBy(rule => rule.Hit.IsUndecided)
        .ThenByDescending(rule => RuleDemand.Rank(rule.Demand.ApproverRole))
        .ThenByDescending(rule => rule.Demand.Quorum)
        .ThenByDescending(rule => rule.Demand.NoSelfApproval)
        .ThenBy(rule => rule.Hit.PolicyId, StringComparer.Ordinal);

    private static FiredRule BuiltIn(RuleDemand demand, string reason) =>
        new(demand, new RuleHit(RuleHit.BuiltIn, 0, RuleHit.BuiltIn, demand.Verdict, reason, null));

    private static FiredRule Unreadable(UnreadablePolicy policy) => new(
        RuleDemand.Forbidden,
        new RuleHit(
            policy.Id,
            policy.Version,
            RuleHit.BuiltIn,
            Verdict.Deny,
            $"The policy “{policy.Title}” cannot be read, so nothing that it governs may run; publish a repaired version. ({policy.Problem})",
            null));
}

namespace OpsConsole.Core.Policies.Judging;

/// <summary>Makes a verdict of the rows that fired.</summary>
internal static class FiredRules
{
    public static readonly FiredRule NoPolicy = BuiltIn(RuleDemand.Forbidden, "No policy is loaded, so nothing may run; load a pack with policies first.");

    public static readonly FiredRule NotCovered = BuiltIn(RuleDemand.Supervisor, "No rule covers this action, so a supervisor decides.");

    public static FiredRule Unreadable(UnreadablePolicy policy) => new(
        RuleDemand.Forbidden,
        new RuleHit(
            policy.Id,
            policy.Version,
            RuleHit.BuiltIn,
            Verdict.Deny,
            $"The policy “{policy.Title}” cannot be read, so nothing that it governs may run; publish a repaired version. ({policy.Problem})",
            null));

    /// <param name="fired">At least one.</param>
    public static PolicyVerdict Answer(List<FiredRule> fired, string digest)
    {
        var demand = fired[0].Demand;
        for (var index = 1; index < fired.Count; index++)
        {
            demand = demand.And(fired[index].Demand);
        }

        fired = DecidingFirst(fired);
        var hits = new RuleHit[fired.Count];
        for (var index = 0; index < hits.Length; index++)
        {
            hits[index] = fired[index].Hit;
        }

        return new PolicyVerdict(demand.Verdict, demand.ApproverRole, demand.Quorum, demand.NoSelfApproval, demand.ExpiresAfter, hits, digest)
        {
            Blind = demand.Blind,
            Notify = demand.Notify,
            Attach = demand.Attach,
        };
    }

    /// <summary>A stable order: rows that ask for the same stand in the order of their tables. There are nearly always few.</summary>
    private static List<FiredRule> DecidingFirst(List<FiredRule> fired)
    {
        if (fired.Count > 16)
        {
            return [.. fired.Order(Comparer<FiredRule>.Create(Order))];
        }

        for (var index = 1; index < fired.Count; index++)
        {
            var rule = fired[index];
            var at = index;
            for (; at > 0 && Order(rule, fired[at - 1]) < 0; at--)
            {
                fired[at] = fired[at - 1];
            }

            fired[at] = rule;
        }

        return fired;
    }

    private static int Order(FiredRule one, FiredRule other) =>
        other.Demand.Verdict.CompareTo(one.Demand.Verdict) is var verdict and not 0 ? verdict
        : one.Hit.IsUndecided.CompareTo(other.Hit.IsUndecided) is var doubt and not 0 ? doubt
        : RuleDemand.Rank(other.Demand.ApproverRole).CompareTo(RuleDemand.Rank(one.Demand.ApproverRole)) is var role and not 0 ? role
        : other.Demand.Quorum.CompareTo(one.Demand.Quorum) is var quorum and not 0 ? quorum
        : other.Demand.NoSelfApproval.CompareTo(one.Demand.NoSelfApproval) is var self and not 0 ? self
        : string.CompareOrdinal(one.Hit.PolicyId, other.Hit.PolicyId);

    private static FiredRule BuiltIn(RuleDemand demand, string reason) =>
        new(demand, new RuleHit(RuleHit.BuiltIn, 0, RuleHit.BuiltIn, demand.Verdict, reason, null));
}

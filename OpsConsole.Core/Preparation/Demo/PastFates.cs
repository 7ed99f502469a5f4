using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Preparation.Demo;

/// <summary>Makes up what people did with a decision and what came of it: mostly well, and worse where the risk is said to be higher.</summary>
internal sealed class PastFates(Random random, IReadOnlyDictionary<string, string> people)
{
    private static readonly string[] RiskyReasons = [RejectionReason.WrongAmount, RejectionReason.WrongAmount, RejectionReason.WrongFacts, RejectionReason.Policy];
    private static readonly string[] UsualReasons = [RejectionReason.CustomerChangedMind, RejectionReason.WrongAction, RejectionReason.WrongFacts];

    public PastEntry Of(DecisionEntry entry, Assessment found, bool risky, PastOverruling? overruled, DateTimeOffset at)
    {
        var decidedAt = at.AddMinutes(random.Next(4, 240));
        if (entry.Verdict.Verdict == Verdict.Deny)
        {
            return new PastEntry(entry, at, null, at, DecisionOutcome.None, at);
        }

        var chance = random.NextDouble();
        var rejected = overruled?.Share ?? (risky ? 0.28 : 0.06);
        if (chance < rejected)
        {
            var reasons = overruled is not null ? [overruled.Reason] : risky ? RiskyReasons : UsualReasons;
            return new PastEntry(entry, at, By(DecisionFate.Rejected, entry) with { ReasonCode = reasons[random.Next(reasons.Length)] }, decidedAt, DecisionOutcome.None, at);
        }

        if (chance < rejected + 0.03)
        {
            return new PastEntry(entry, at, new DecidedFate(DecisionFate.Expired), at + entry.Verdict.ExpiresAfter, DecisionOutcome.None, at);
        }

        var outcome = Outcome(found, random.NextDouble() < (risky ? 0.3 : 0.04));
        var endedAt = outcome == DecisionOutcome.Undone ? decidedAt.AddHours(random.Next(3, 20)) : decidedAt.AddSeconds(random.Next(1, 40));
        return new PastEntry(entry, at, By(DecisionFate.Approved, entry), decidedAt, outcome, endedAt);
    }

    private DecisionOutcome Outcome(Assessment found, bool badly)
    {
        if (!badly)
        {
            return found.Type.Probe is null ? DecisionOutcome.Unverifiable : DecisionOutcome.Verified;
        }

        return random.Next(10) switch
        {
            < 4 => DecisionOutcome.Contradicted,
            < 7 when found.Type.Compensation is not null => DecisionOutcome.Undone,
            _ => DecisionOutcome.Failed,
        };
    }

    private DecidedFate By(DecisionFate fate, DecisionEntry entry)
    {
        var role = entry.Verdict.ApproverRole == Roles.Supervisor ? Roles.Supervisor : Roles.Agent;
        return new DecidedFate(fate, people.GetValueOrDefault(role), DemoPeople.NameOf(role));
    }
}

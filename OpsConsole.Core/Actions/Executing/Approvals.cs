using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>Counts the approvals that still hold right before the call. The state of the row is not believed; the decisions are.</summary>
internal static class Approvals
{
    /// <summary>Nothing when enough different people with the right role approved exactly this contract in time; else the line that says so.</summary>
    public static IEnumerable<ChangedLine> Missing(
        ProposedAction decided, IReadOnlyList<ActionDecision> decisions, PolicyVerdict verdict, string? leaseStands, DateTimeOffset now)
    {
        var holding = decisions
            .Where(decision => decision.Kind == DecisionKind.Approve && decision.Nonce == decided.Nonce && decision.Digest == decided.Digest)
            .Where(decision => Expiry.Of(verdict, decision.At) > now && decision.At <= now)
            .Where(decision => IsLease(decision) ? LeaseHolds(decision, verdict, leaseStands) : PersonHolds(decision, decided, verdict))
            .Select(decision => decision.DeciderId).Distinct(StringComparer.Ordinal).Count();
        var needed = Math.Max(1, verdict.Quorum);
        return holding >= needed ? [] : [new ChangedLine("Approvals", $"{needed} needed", $"{holding} of them hold for this contract")];
    }

    private static bool IsLease(ActionDecision decision) => decision.DeciderId.StartsWith(ActionDecision.LeasePrefix, StringComparison.Ordinal);

    private static bool LeaseHolds(ActionDecision decision, PolicyVerdict verdict, string? leaseStands) =>
        verdict.Verdict == Verdict.Allow && decision.DeciderId == ActionDecision.LeasePrefix + leaseStands;

    private static bool PersonHolds(ActionDecision decision, ProposedAction decided, PolicyVerdict verdict) =>
        DecisionRights.Meets(decision.DeciderRole, verdict.ApproverRole)
        && Attachments.Lacking(verdict, decision.Attachments).Count == 0
        && (!verdict.NoSelfApproval || (decision.DeciderId != decided.ProposedBy && decision.DeciderId != decided.EditedBy));
}

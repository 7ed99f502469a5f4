using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>From what policies say to the way that an action goes, and from a fate to how it turned out.</summary>
internal static class Ways
{
    public static ReplayWay Of(DecisionRecord record) => Of(record.Verdict, record.ApproverRole);

    public static ReplayWay Of(Verdict verdict, string approver) => verdict switch
    {
        Verdict.Allow => ReplayWay.Alone,
        Verdict.RequireApproval => approver == Roles.Agent ? ReplayWay.Agent : ReplayWay.Supervisor,
        Verdict.Deny => ReplayWay.Denied,
    };

    public static ReplayEnd EndOf(DecisionRecord record) => (record.Fate, record.Outcome) switch
    {
        (_, DecisionOutcome.Contradicted or DecisionOutcome.Failed or DecisionOutcome.Undone) => ReplayEnd.Badly,
        (DecisionFate.Rejected or DecisionFate.Edited, _) => ReplayEnd.Overridden,
        (_, DecisionOutcome.Verified or DecisionOutcome.Unverifiable) => ReplayEnd.Well,
        _ => ReplayEnd.Open,
    };
}

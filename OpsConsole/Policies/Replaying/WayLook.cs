using OpsConsole.Controls;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Policies.Replaying;

/// <summary>How the way that an action goes is shown.</summary>
public static class WayLook
{
    public static readonly IReadOnlyList<ReplayWay> All = [ReplayWay.Alone, ReplayWay.Agent, ReplayWay.Supervisor, ReplayWay.Denied];

    public static StatusLook Of(ReplayWay way) => way switch
    {
        ReplayWay.Alone => new(Tone.Good, "ready", "Runs alone"),
        ReplayWay.Agent => new(Tone.Info, "you", "Agent"),
        ReplayWay.Supervisor => new(Tone.Warn, "supervisor", "Supervisor"),
        ReplayWay.Denied => new(Tone.Bad, "blocked", "Denied"),
    };

    /// <summary>The head of a narrow column.</summary>
    public static string Short(ReplayWay way) => way switch
    {
        ReplayWay.Alone => "Alone",
        ReplayWay.Agent => "Agent",
        ReplayWay.Supervisor => "Superv.",
        ReplayWay.Denied => "Deny",
    };

    /// <summary>What became of a decision, in two or three words.</summary>
    public static StatusLook Of(ReplayCase moved) => (moved.Fate, moved.Outcome) switch
    {
        (_, DecisionOutcome.Contradicted) => new(Tone.Warn, "contradicted", "Contradicted"),
        (_, DecisionOutcome.Failed) => new(Tone.Bad, "failed", "Failed"),
        (_, DecisionOutcome.Undone) => new(Tone.Warn, "ack", "Undone"),
        (_, DecisionOutcome.Unknown) => new(Tone.Unknown, "unknown", "Unknown"),
        (DecisionFate.Rejected, _) => new(Tone.Quiet, "none", "Rejected"),
        (DecisionFate.Edited, _) => new(Tone.Quiet, "half", "Put right"),
        (_, DecisionOutcome.Verified) => new(Tone.Good, "verified", "Verified"),
        (_, DecisionOutcome.Unverifiable) => new(Tone.Good, "ack", "Done"),
        (DecisionFate.Denied, _) => new(Tone.Bad, "blocked", "Denied"),
        (DecisionFate.Expired, _) => new(Tone.Quiet, "paused", "Expired"),
        (DecisionFate.Withdrawn, _) => new(Tone.Quiet, "idle", "Withdrawn"),
        (DecisionFate.Waiting, _) => new(Tone.Quiet, "queued", "Waiting"),
        _ => new(Tone.Info, "running", "Approved"),
    };
}

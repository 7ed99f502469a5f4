using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Policies;

namespace OpsConsole.Controls;

/// <summary>How one status is shown: the shape, the word, the colour and the card's edge, always together.</summary>
public sealed record StatusLook(Tone Tone, string Glyph, string Word, Rail Rail = Rail.Solid)
{
    private static readonly StatusLook NeedsYou = new(Tone.Info, "you", "Needs you");

    private static readonly StatusLook NeedsSupervisor = new(Tone.Warn, "supervisor", "Needs supervisor", Rail.Dashed);

    private static readonly StatusLook ReadyToRun = new(Tone.Good, "ready", "Ready to run");

    private static readonly StatusLook Blocked = new(Tone.Bad, "blocked", "Blocked", Rail.Hatched);

    private static readonly StatusLook NotKnown = new(Tone.Unknown, "unknown", "Unknown", Rail.Dotted);

    /// <summary>The value of <c>data-verdict</c> by which the stylesheet draws the edge.</summary>
    public string RailName => Rail switch
    {
        Rail.Solid => "ready",
        Rail.Dashed => "supervisor",
        Rail.Hatched => "blocked",
        Rail.Dotted => "unknown",
    };

    public static StatusLook Of(BestAction best) => best switch
    {
        BestAction.None => new(Tone.Quiet, "idle", "No action"),
        BestAction.ReadyToRun => ReadyToRun,
        BestAction.NeedsYou => NeedsYou,
        BestAction.NeedsSupervisor => NeedsSupervisor,
        BestAction.Blocked => Blocked,
        BestAction.Unknown => NotKnown,
        BestAction.Running => new(Tone.Info, "running", "Running"),
        BestAction.Done => new(Tone.Good, "verified", "Verified"),
    };

    /// <summary>While a decision is awaited, what the verdict asks for; afterwards the state itself.</summary>
    public static StatusLook Of(ActionState state, PolicyVerdict verdict) => state == ActionState.AwaitingApproval ? Of(verdict) : Of(state);

    public static StatusLook Of(PolicyVerdict verdict) => verdict.Verdict switch
    {
        Verdict.Allow => ReadyToRun,
        Verdict.RequireApproval => verdict.ApproverRole == Core.Identity.Roles.Supervisor ? NeedsSupervisor : NeedsYou,
        Verdict.Deny => Blocked,
    };

    public static StatusLook Of(ActionState state) => state switch
    {
        ActionState.Denied => Blocked,
        ActionState.AwaitingApproval => NeedsYou,
        ActionState.Rejected => new(Tone.Quiet, "none", "Rejected", Rail.Hatched),
        ActionState.Expired => new(Tone.Quiet, "paused", "Expired", Rail.Hatched),
        ActionState.Withdrawn => new(Tone.Quiet, "idle", "Withdrawn"),
        ActionState.Queued => new(Tone.Quiet, "queued", "Queued"),
        ActionState.Running => new(Tone.Info, "running", "Running"),
        ActionState.Retrying => new(Tone.Warn, "paused", "Trying again", Rail.Dashed),
        ActionState.Unknown => NotKnown,
        ActionState.Failed => new(Tone.Bad, "failed", "Failed", Rail.Hatched),
        ActionState.Acknowledged => new(Tone.Info, "running", "Verifying"),
        ActionState.Verified => new(Tone.Good, "verified", "Verified"),
        ActionState.Contradicted => new(Tone.Warn, "contradicted", "Contradicted", Rail.Dashed),
        ActionState.Unverifiable => new(Tone.Warn, "half", "Unverifiable", Rail.Dashed),
        ActionState.Undone => new(Tone.Quiet, "ack", "Undone"),
    };
}

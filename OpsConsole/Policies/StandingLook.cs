using OpsConsole.Controls;
using OpsConsole.Core.Policies;

namespace OpsConsole.Policies;

/// <summary>How it is shown what a policy is doing now.</summary>
public static class StandingLook
{
    public static StatusLook Of(PolicySummary policy) => policy.Standing switch
    {
        PolicyStanding.InForce => new(Tone.Good, "full", "In force"),
        PolicyStanding.Upcoming => new(Tone.Quiet, "queued", "Not begun yet"),
        PolicyStanding.Ended => new(Tone.Quiet, "paused", "Ended"),
        PolicyStanding.Retired => new(Tone.Quiet, "none", "Retired"),
        PolicyStanding.Unreadable => new(Tone.Bad, "failed", "Unreadable"),
    };
}

using OpsConsole.Controls;
using OpsConsole.Core.Identity.Changing;

namespace OpsConsole.Identity;

/// <summary>How a person's state is shown.</summary>
public static class PersonLook
{
    public static (Tone Tone, string Glyph, string Word) Of(PersonState state) => state switch
    {
        PersonState.Active => (Tone.Good, "full", "Active"),
        PersonState.Invited => (Tone.Info, "queued", "Invited"),
        PersonState.Locked => (Tone.Bad, "blocked", "Locked"),
        PersonState.LockedOut => (Tone.Warn, "paused", "Locked for 10 min"),
    };
}

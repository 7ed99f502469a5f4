using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Policies.Drafting;

/// <summary>Where the text on the screen stands to the one that is stored.</summary>
public abstract record SaveState
{
    private SaveState()
    {
    }

    /// <summary>The same.</summary>
    public sealed record Saved(DateTimeOffset At) : SaveState;

    /// <summary>Something was typed; it will be stored in a moment.</summary>
    public sealed record Typed : SaveState;

    /// <summary>It is being stored.</summary>
    public sealed record Saving : SaveState;

    /// <summary>Somebody else stored another text; nothing is stored until the person says which holds.</summary>
    public sealed record Conflict(PolicyDraft Stored) : SaveState;

    /// <summary>It was refused, or storing failed; the text is still on the screen, and the next change tries again.</summary>
    public sealed record Refused(ErrorText Why) : SaveState;
}

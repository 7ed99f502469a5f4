using OpsConsole.Controls;
using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Policies.Drafting;

/// <summary>How a difference between two versions is shown.</summary>
internal static class DiffLook
{
    public static StatusLook Of(DiffKind kind) => kind switch
    {
        DiffKind.Added => new(Tone.Good, "ack", "New"),
        DiffKind.Removed => new(Tone.Bad, "none", "Removed"),
        DiffKind.Changed => new(Tone.Info, "half", "Changed"),
        DiffKind.Same => new(Tone.Quiet, "idle", "Same"),
    };
}

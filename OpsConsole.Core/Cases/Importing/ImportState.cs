namespace OpsConsole.Core.Cases.Importing;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>Lines are being read, or will be after a restart.</summary>
    Running,

    /// <summary>A person asked to stop it; what is in stays in.</summary>
    Cancelling,

    /// <summary>Stopped by a person; the same file can be handed in again and goes on where it stopped.</summary>
    Cancelled,

    /// <summary>Every line was read.</summary>
    Done,

    /// <summary>It could not go on; the reason is told.</summary>
    Failed,
}

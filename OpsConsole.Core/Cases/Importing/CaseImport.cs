namespace OpsConsole.Core.Cases.Importing;

/// <summary>A file of cases on its way in. The row is the progress: a restart goes on after the last line that it counts.</summary>
public sealed class CaseImport
{
    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    public required string StartedById { get; init; }

    public required string StartedByName { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required ImportState State { get; set; }

    public required long Bytes { get; init; }

    public long BytesRead { get; set; }

    /// <summary>Lines read so far, counting empty ones.</summary>
    public long Lines { get; set; }

    public long Opened { get; set; }

    /// <summary>Lines whose case was there already.</summary>
    public long Known { get; set; }

    /// <summary>Lines that went on with a conversation of an earlier case.</summary>
    public long Joined { get; set; }

    public long Refused { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it could not go on, as a sentence; empty unless it failed.</summary>
    public string Failure { get; set; } = "";
}

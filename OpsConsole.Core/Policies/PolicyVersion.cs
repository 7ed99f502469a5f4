namespace OpsConsole.Core.Policies;

/// <summary>One published version of a policy. Never edited, only succeeded.</summary>
public sealed class PolicyVersion
{
    public required Guid Id { get; init; }

    public required string PolicyId { get; init; }

    /// <summary>From 1; the highest whose first day has come is in force, unless it has ended or was retired.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public required string Owner { get; init; }

    /// <summary>JSON array of action type ids: what is denied should the text turn out to be unreadable.</summary>
    public required string GovernsJson { get; init; }

    /// <summary>The file that it came from.</summary>
    public required string File { get; init; }

    /// <summary>The whole text, as published.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/>.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    public required string PublishedByName { get; init; }

    /// <summary>The pack whose file it is, word for word; empty for what people wrote in the console.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The draft that it was; null when it came straight from a pack.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>Who asked for it to be published, which is somebody else than who published it.</summary>
    public string? SubmittedBy { get; init; }

    public string? SubmittedByName { get; init; }

    /// <summary>What the submitter said to the second person.</summary>
    public string Note { get; init; } = "";

    /// <summary>JSON of the replay report that the second person had before the eyes; null when there was none.</summary>
    public string? ReportJson { get; init; }
}

namespace OpsConsole.Core.Policies;

/// <summary>One published version of a policy. Never edited, only succeeded.</summary>
public sealed class PolicyVersion
{
    public required Guid Id { get; init; }

    public required string PolicyId { get; init; }

    /// <summary>From 1; the highest is in force.</summary>
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
}

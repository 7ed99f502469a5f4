namespace OpsConsole.Core.Identity;

/// <summary>A key of a service identity. The key itself is shown once; its hash is kept.</summary>
public sealed class ApiKey
{
    public required Guid Id { get; init; }

    public required Guid ServiceId { get; init; }

    /// <summary>The first characters, so that a person recognises it.</summary>
    public required string Prefix { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>To the minute; a busy key does not write with every call.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

namespace OpsConsole.Core.Identity;

/// <summary>What a one-time code opens.</summary>
public enum CodePurpose
{
    /// <summary>Makes the first administrator of a new workspace.</summary>
    Setup,

    /// <summary>Lets an invited person choose a password.</summary>
    Invitation,
}

/// <summary>A code that works once, until it expires. Only its hash is kept.</summary>
public sealed class OneTimeCode
{
    public required Guid Id { get; init; }

    public required CodePurpose Purpose { get; init; }

    /// <summary>The invited person; null for a setup code.</summary>
    public Guid? PersonId { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

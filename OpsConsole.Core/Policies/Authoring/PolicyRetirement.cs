namespace OpsConsole.Core.Policies.Authoring;

public enum RetirementState
{
    /// <summary>Somebody asks; the policy stays in force until a second person confirms.</summary>
    Asked,

    /// <summary>The policy governs nothing any more; its versions stay to be read.</summary>
    Confirmed,

    /// <summary>The policy stays in force.</summary>
    Declined,
}

/// <summary>One question whether a policy is to govern no longer. It is about the version that was the newest when it was asked; a later version is in force again.</summary>
public sealed class PolicyRetirement
{
    public required Guid Id { get; init; }

    public required string PolicyId { get; init; }

    public required int Version { get; init; }

    public required RetirementState State { get; set; }

    public required string Reason { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required string AskedBy { get; init; }

    public required string AskedByName { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    public string? EndedByName { get; set; }

    public string? Comment { get; set; }
}

namespace OpsConsole.Core.Cases.Searching;

/// <summary>One case as a list shows it.</summary>
public sealed record CaseRow
{
    public required Guid Id { get; init; }

    public required long Number { get; init; }

    public required string Subject { get; init; }

    public string? CustomerName { get; init; }

    public string? CaseTypeId { get; init; }

    public required CaseStage Stage { get; init; }

    public required BestAction Best { get; init; }

    public required CaseReadiness Readiness { get; init; }

    public required long ValueAtRisk { get; init; }

    public string? Currency { get; init; }

    public string? AssigneeId { get; init; }

    public string? AssigneeName { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset UrgentAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? AtRiskAt { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public required int Version { get; init; }
}

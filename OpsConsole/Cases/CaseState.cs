using System.ComponentModel;
using OpsConsole.Core.Cases;

namespace OpsConsole.Cases;

/// <summary>Where a case stands, for the system that handed it in.</summary>
public sealed record CaseState
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required string Subject { get; init; }

    [Description("open, prepare, decide, act, verify or closed.")]
    public required string Stage { get; init; }

    public required string Channel { get; init; }

    [Description("The case type's id; absent until it is known.")]
    public string? CaseType { get; init; }

    public string? ExternalId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [Description("When a decision is due; absent until the case type is known.")]
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public string? Resolution { get; init; }

    internal static CaseState Of(Case @case) => new()
    {
        Id = @case.Id,
        Reference = $"CASE-{@case.Number}",
        Subject = @case.Subject,
        Stage = @case.Stage.ToString().ToLowerInvariant(),
        Channel = @case.Channel,
        CaseType = @case.CaseTypeId,
        ExternalId = @case.ExternalId,
        ReceivedAt = @case.OpenedAt,
        UpdatedAt = @case.UpdatedAt,
        DueAt = @case.DueAt,
        ResolvedAt = @case.ResolvedAt,
        Resolution = @case.Resolution,
    };
}

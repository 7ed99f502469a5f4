namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>Where it holds, the playbooks' proposal of an action type is not made but asked about. Laid over the pack, whose files stay as they are.</summary>
public sealed class PlaybookGuard
{
    public required Guid Id { get; init; }

    public required Guid SuggestionId { get; init; }

    public required string ActionTypeId { get; init; }

    /// <summary>FEEL over what policies see of the action.</summary>
    public required string Condition { get; init; }

    /// <summary>What stands on the case in the proposal's place.</summary>
    public required string Question { get; init; }

    public required bool IsInForce { get; set; }

    public required DateTimeOffset FromAt { get; init; }

    public required string ApprovedBy { get; init; }

    public required string ApprovedByName { get; init; }

    public DateTimeOffset? UntilAt { get; set; }

    public string? RevokedByName { get; set; }
}

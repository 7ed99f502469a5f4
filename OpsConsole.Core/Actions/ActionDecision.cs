namespace OpsConsole.Core.Actions;

public enum DecisionKind
{
    /// <summary>Carry it out as it stands.</summary>
    Approve,

    /// <summary>Do not; a reason is required.</summary>
    Reject,
}

/// <summary>Who decided what, when, why, on which contract and rule. Never changed.</summary>
public sealed class ActionDecision
{
    /// <summary>Begins the decider id of a decision that an autonomy lease made in a person's place.</summary>
    public const string LeasePrefix = "lease:";

    public required Guid Id { get; init; }

    public required Guid ActionId { get; init; }

    public required DecisionKind Kind { get; init; }

    public required string DeciderId { get; init; }

    public required string DeciderName { get; init; }

    /// <summary>The role by which it was decided.</summary>
    public required string DeciderRole { get; init; }

    /// <summary>For a rejection: wrong-facts, wrong-action, wrong-amount, policy, customer-changed-mind, other.</summary>
    public string? ReasonCode { get; init; }

    public string? Comment { get; init; }

    /// <summary>JSON array of <see cref="Attachment"/>: what the approver handed in because the rule asks for it.</summary>
    public string AttachmentsJson { get; init; } = "[]";

    public IReadOnlyList<Attachment> Attachments => ActionJson.ReadList<Attachment>(AttachmentsJson);

    /// <summary>The contract that was decided on.</summary>
    public required string Digest { get; init; }

    public required Guid Nonce { get; init; }

    /// <summary>JSON of the verdict that was shown.</summary>
    public required string VerdictJson { get; init; }

    public required DateTimeOffset At { get; init; }
}

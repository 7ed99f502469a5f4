namespace OpsConsole.Core.Cases.Opening;

/// <summary>What a sender asked for under an idempotency key, and what it was answered. Never changed.</summary>
public sealed class IntakeRequest
{
    /// <summary>The sender; another sender's equal key is another key.</summary>
    public required string Source { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the canonical request, so that a key that comes back with something else is refused.</summary>
    public required string Digest { get; init; }

    public required Guid CaseId { get; init; }

    public required long CaseNumber { get; init; }

    public required Guid MessageId { get; init; }

    public required DateTimeOffset At { get; init; }
}

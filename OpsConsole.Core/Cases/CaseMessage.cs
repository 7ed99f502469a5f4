namespace OpsConsole.Core.Cases;

/// <summary>Which side an entry of the thread comes from.</summary>
public enum MessageKind
{
    /// <summary>From the customer; untrusted text.</summary>
    Inbound,

    /// <summary>Sent to the customer.</summary>
    Outbound,

    /// <summary>An agent's note, not seen by the customer.</summary>
    Note,
}

/// <summary>One entry of a case's conversation; all channels stand in one thread.</summary>
public sealed class CaseMessage
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required MessageKind Kind { get; init; }

    public required string Channel { get; init; }

    /// <summary>A name to show.</summary>
    public required string Author { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? ExternalId { get; init; }
}

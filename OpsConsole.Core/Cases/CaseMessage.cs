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

    /// <summary>Changes only when its case is merged into another.</summary>
    public required Guid CaseId { get; set; }

    public required MessageKind Kind { get; init; }

    public required string Channel { get; init; }

    /// <summary>A name to show.</summary>
    public required string Author { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>What the message is called on its own channel, such as an e-mail's Message-ID without its brackets; an answer names it.</summary>
    public string? MessageRef { get; init; }

    /// <summary>The conversation that it belongs to on its own channel, such as a chat's id.</summary>
    public string? ThreadRef { get; init; }

    /// <summary>Whom it came from, or goes to, as the channel writes addresses. What the sender says; not checked.</summary>
    public string? Address { get; init; }

    /// <summary>The case in which it came in, when that was merged into this one.</summary>
    public Guid? MovedFromId { get; set; }

    /// <summary>Names of the files that came with it, a line each; the files themselves stay where the message came from. Untrusted text.</summary>
    public string? Files { get; init; }

    public IReadOnlyList<string> FileNames => Files?.Split('\n') ?? [];
}

using System.Text.Json;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>A reply that a person has sent, on its way to the customer. Its text is the message with the same id.</summary>
public sealed class ReplyDelivery
{
    public required Guid MessageId { get; init; }

    /// <summary>Changes only when its case is merged into another.</summary>
    public required Guid CaseId { get; set; }

    /// <summary>The case's number at the time of sending; names the reply to the outside.</summary>
    public required long CaseNumber { get; init; }

    /// <summary>Made by whoever pressed the button; the same key again is the same reply.</summary>
    public required Guid Key { get; init; }

    public required Guid ConnectorId { get; init; }

    public required string Channel { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Derived from <see cref="MessageId"/>, so that each try carries the same.</summary>
    public required string MessageRef { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>JSON array: the names of the conversation's earlier messages.</summary>
    public required string ReferencesJson { get; init; }

    public string? ThreadRef { get; init; }

    public required DeliveryState State { get; set; }

    /// <summary>The last thing to know about its state, as a sentence; empty while there is nothing to say.</summary>
    public string StateReason { get; set; } = "";

    /// <summary>When the job is to take it next; null when only a person can go on.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Grows with each claim; a job writes only while it holds the newest.</summary>
    public long Fence { get; set; }

    /// <summary>When the channel was about to be called under the present claim; a claim without it had no effect.</summary>
    public DateTimeOffset? IntendedAt { get; set; }

    /// <summary>How many times the channel was called.</summary>
    public int Attempts { get; set; }

    /// <summary>How many times in a row the channel was not reached.</summary>
    public int Tries { get; set; }

    /// <summary>What the channel said when it took it, such as the mail server's queue id.</summary>
    public string? Receipt { get; set; }

    public required string QueuedById { get; init; }

    public required string QueuedByName { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Grows with every change of this row.</summary>
    public int Version { get; set; }

    public IReadOnlyList<string> References() => JsonSerializer.Deserialize<List<string>>(ReferencesJson) ?? [];
}

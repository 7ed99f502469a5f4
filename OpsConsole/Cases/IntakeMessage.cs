using System.ComponentModel;
using System.Text.Json.Serialization;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;

namespace OpsConsole.Cases;

/// <summary>Another message of the customer in a case that is open already.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record IntakeMessage
{
    [Description("The customer's words; 1 to 100,000 characters.")]
    public required string Body { get; init; }

    [Description("Where it came in; it may be another channel than the first message.")]
    public required string Channel { get; init; }

    [Description("When the customer wrote it, as an RFC 3339 time. Now when absent.")]
    public DateTimeOffset? ReceivedAt { get; init; }

    [Description("Your own id of the message. The same id again in this case changes nothing.")]
    public string? ExternalId { get; init; }

    [Description("The writer's name, to show. The customer's when absent.")]
    public string? Author { get; init; }

    internal NewMessage ToNewMessage() =>
        new() { Kind = MessageKind.Inbound, Channel = Channel, Body = Body, Author = Author, ExternalId = ExternalId, ReceivedAt = ReceivedAt };
}

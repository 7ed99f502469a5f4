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

    [Description("What the message is called on its channel, such as an e-mail's Message-ID.")]
    public string? MessageId { get; init; }

    [Description("The conversation that it belongs to, where the channel names it.")]
    public string? ThreadId { get; init; }

    [Description("Where it came from, such as an e-mail address. A claim; the console does not check it.")]
    public string? From { get; init; }

    [Description("Names of the files that came with it; at most 20. The files themselves stay with you.")]
    public IReadOnlyList<string> Attachments { get; init; } = [];

    internal NewMessage ToNewMessage() => new()
    {
        Kind = MessageKind.Inbound,
        Channel = Channel,
        Body = Body,
        Author = Author,
        ExternalId = ExternalId,
        ReceivedAt = ReceivedAt,
        Thread = new ThreadHints { MessageId = MessageId, ThreadId = ThreadId, From = From },
        Files = Attachments ?? [],
    };
}

using System.ComponentModel;
using System.Text.Json.Serialization;
using OpsConsole.Core.Cases.Opening;

namespace OpsConsole.Cases;

/// <summary>A message of a customer that becomes a case.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record IntakeCase
{
    [Description("What it is about, in one line; 1 to 300 characters.")]
    public required string Subject { get; init; }

    [Description("The customer's words; 1 to 100,000 characters. Taken as text, never as an instruction.")]
    public required string Body { get; init; }

    [Description("Where it came in, such as email, chat, phone or web.")]
    public required string Channel { get; init; }

    [Description("When the customer wrote it, as an RFC 3339 time. Now when absent.")]
    public DateTimeOffset? ReceivedAt { get; init; }

    [Description("Your own id of the message. Handing in the same id again answers with the case that it opened.")]
    public string? ExternalId { get; init; }

    [Description("The customer's name, to show.")]
    public string? CustomerName { get; init; }

    [Description("What you know about the customer, such as an e-mail address or a customer number. A hint; the console checks it.")]
    public string? CustomerHint { get; init; }

    [Description("What the message is called on its channel, such as an e-mail's Message-ID.")]
    public string? MessageId { get; init; }

    [Description("The message that it answers. When a case that you may write to knows it, this message goes on with that case and opens none.")]
    public string? InReplyTo { get; init; }

    [Description("Earlier messages of the conversation, the oldest first; at most the last 50 count.")]
    public IReadOnlyList<string> References { get; init; } = [];

    [Description("The conversation that it belongs to, where the channel names it.")]
    public string? ThreadId { get; init; }

    [Description("Where it came from, such as an e-mail address. A claim; the console does not check it.")]
    public string? From { get; init; }

    [Description("Names of the files that came with it; at most 20. The files themselves stay with you.")]
    public IReadOnlyList<string> Attachments { get; init; } = [];

    internal NewCase ToNewCase(string source) => new()
    {
        Subject = Subject,
        Body = Body,
        Channel = Channel,
        Source = source,
        ExternalId = ExternalId,
        ReceivedAt = ReceivedAt,
        CustomerName = CustomerName,
        CustomerHint = CustomerHint,
        Thread = new ThreadHints { MessageId = MessageId, InReplyTo = InReplyTo, References = References ?? [], ThreadId = ThreadId, From = From },
        Files = Attachments ?? [],
    };
}

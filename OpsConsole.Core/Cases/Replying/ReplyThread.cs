using System.Text.Json;
using OpsConsole.Core.Connectors.Channels;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>Where a reply stands in its conversation: what it answers, and what it is called.</summary>
/// <param name="InReplyTo">The customer's last message on that channel, by its own name.</param>
internal sealed record ReplyThread(string Subject, string? InReplyTo, string ReferencesJson, string? ThreadRef)
{
    /// <summary>A longer chain of references says nothing more to a mail program, and headers have a limit.</summary>
    private const int MostReferences = 20;

    public static ReplyThread Of(Case @case, IReadOnlyList<CaseMessage> messages, string channel)
    {
        var name = ChannelNames.Of(channel);
        var same = messages.Where(message => message.Kind != MessageKind.Note && ChannelNames.Of(message.Channel) == name).ToList();
        var last = same.LastOrDefault(message => message.Kind == MessageKind.Inbound);
        var references = same.Select(message => message.MessageRef).OfType<string>().Distinct(StringComparer.Ordinal).TakeLast(MostReferences).ToList();
        return new ReplyThread(SubjectOf(@case.Subject), last?.MessageRef, JsonSerializer.Serialize(references), last?.ThreadRef ?? same.LastOrDefault(message => message.ThreadRef is not null)?.ThreadRef);
    }

    private static string SubjectOf(string subject)
    {
        var line = string.Concat(subject.Select(character => char.IsControl(character) ? ' ' : character)).Trim();
        return line.StartsWith("re:", StringComparison.OrdinalIgnoreCase) ? line : $"Re: {line}";
    }
}

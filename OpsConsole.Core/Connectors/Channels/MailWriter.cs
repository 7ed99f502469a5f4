using MimeKit;
using MimeKit.Utils;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>A reply as an e-mail (RFC 5322).</summary>
internal static class MailWriter
{
    public static MimeMessage Write(OutgoingMessage message, ChannelSettings settings)
    {
        var mail = new MimeMessage();
        mail.From.Add(new MailboxAddress(settings.FromName.Length == 0 ? null : settings.FromName, settings.FromAddress));
        if (ChannelSettings.IsAddress(message.To))
        {
            mail.To.Add(new MailboxAddress(null, message.To));
        }

        mail.Subject = message.Subject;
        mail.Date = message.At;
        mail.MessageId = message.MessageRef;
        if (message.InReplyTo is { } earlier && IsRef(earlier))
        {
            mail.InReplyTo = earlier;
        }

        mail.References.AddRange(message.References.Where(IsRef));
        mail.Body = new TextPart("plain") { Text = message.Text };
        mail.Prepare(EncodingConstraint.SevenBit);
        return mail;
    }

    /// <summary>What a sender called its message is a sender's text; only what is a message id goes into the header.</summary>
    private static bool IsRef(string text) => text.Length <= 250 && MimeUtils.EnumerateReferences($"<{text}>").Take(2).ToList() is [var one] && one == text;
}

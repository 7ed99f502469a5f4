using OpsConsole.Core.Connectors.Channels;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>Whether a reply can be carried out as it is: its text, and an address that its channel understands.</summary>
internal static class ReplyAddress
{
    private const int MostAddress = 254;

    public static IReadOnlyList<string> Problems(ChannelConnector? connector, ReplyToSend reply)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(reply.Text) || reply.Text.Length > SendReply.Most)
        {
            problems.Add($"Write a reply of 1 to {SendReply.Most} characters.");
        }

        var needsMail = ChannelNames.Of(reply.Channel) == ChannelNames.Email || connector?.Kind == ChannelConnectorKind.Smtp;
        if (needsMail && !ChannelSettings.IsAddress(reply.To.Trim()))
        {
            problems.Add("Give one e-mail address that the reply goes to.");
        }
        else if (string.IsNullOrWhiteSpace(reply.To) || reply.To.Length > MostAddress || reply.To.Any(char.IsControl))
        {
            problems.Add($"Say whom the reply goes to, in one line of at most {MostAddress} characters.");
        }

        return problems;
    }
}

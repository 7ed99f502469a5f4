using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using MimeKit;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>How the connection to a mail server is encrypted.</summary>
public enum MailEncryption
{
    /// <summary>The server must offer STARTTLS; nothing is sent before.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Not at all; only for hosts that the operator allows.</summary>
    None,
}

/// <summary>What a channel connector needs but its secret. Members that its kind does not use are left as they are.</summary>
public sealed partial record ChannelSettings
{
    private const int MostText = 2000;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public string FromAddress { get; init; } = "";

    public string FromName { get; init; } = "";

    /// <summary>Put under every reply.</summary>
    public string Signature { get; init; } = "";

    /// <summary>The mail server.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public MailEncryption Encryption { get; init; }

    /// <summary>Signs in with the secret as password; empty when the server wants no sign-in.</summary>
    public string User { get; init; } = "";

    /// <summary>Where a webhook posts to.</summary>
    public string Url { get; init; } = "";

    /// <summary>The folder of a file outbox, below the data folder.</summary>
    public string Folder { get; init; } = "outbox";

    public int TimeoutSeconds { get; init; } = 20;

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ChannelSettings FromJson(string json) => JsonSerializer.Deserialize<ChannelSettings>(json, Options) ?? new ChannelSettings();

    /// <summary>Every reason for which a connector of this kind cannot be set up so; one sentence each.</summary>
    public IReadOnlyList<string> Problems(ChannelConnectorKind kind)
    {
        var problems = new List<string>();
        if (kind != ChannelConnectorKind.Webhook && !IsAddress(FromAddress))
        {
            problems.Add("Give one e-mail address that replies come from.");
        }

        if (FromName.Length > 200 || FromName.Any(char.IsControl) || Signature.Length > MostText)
        {
            problems.Add($"The name must be one line of at most 200 characters, the signature has at most {MostText}.");
        }

        problems.AddRange(kind switch
        {
            ChannelConnectorKind.Smtp when Uri.CheckHostName(Host) == UriHostNameType.Unknown || Port is < 1 or > 65535 => ["Give the mail server's host name and a port from 1 to 65535."],
            ChannelConnectorKind.Webhook when !Uri.TryCreate(Url, UriKind.Absolute, out _) => ["Give the whole address, such as https://gateway.example/replies."],
            ChannelConnectorKind.FileOutbox when !FolderName().IsMatch(Folder) => ["The folder's name has 1 to 40 letters, digits, hyphens or underscores."],
            _ => Array.Empty<string>(),
        });
        return TimeoutSeconds is < 1 or > 60 ? [.. problems, "The time-out is 1 to 60 seconds."] : problems;
    }

    /// <summary>One address, without a name and without anything that could become another header.</summary>
    public static bool IsAddress(string text) =>
        text.Length is > 2 and <= 254 && !text.Any(char.IsControl) && text.Contains('@', StringComparison.Ordinal)
        && MailboxAddress.TryParse(text, out var parsed) && string.IsNullOrEmpty(parsed.Name) && parsed.Address == text && parsed.Domain.Length > 0;

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex FolderName();
}

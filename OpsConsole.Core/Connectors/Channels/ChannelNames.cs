namespace OpsConsole.Core.Connectors.Channels;

/// <summary>The channels by which customers are answered.</summary>
public static class ChannelNames
{
    public const string Email = "email";
    public const string Chat = "chat";
    public const string Phone = "phone";
    public const string WebForm = "web form";

    /// <summary>Every channel that has no connector of its own.</summary>
    public const string Any = "*";

    public static readonly IReadOnlyList<string> All = [Email, Chat, Phone, WebForm, Any];

    /// <summary>One spelling for a channel as senders write it.</summary>
    public static string Of(string channel) => channel.Trim().ToLowerInvariant() switch
    {
        "web" or "form" or "webform" => WebForm,
        "e-mail" or "mail" => Email,
        var other => other,
    };
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>
/// A reply as JSON, such as
/// <c>{"type": "reply", "id": "…", "message_id": "…", "case": "CASE-1042", "channel": "chat", "thread_id": "…", "to": "…", "text": "…"}</c>.
/// </summary>
internal static class WebhookBody
{
    public static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Of(OutgoingMessage message, ChannelSettings settings) => new()
    {
        ["type"] = "reply",
        ["id"] = message.Id.ToString(),
        ["message_id"] = message.MessageRef,
        ["case"] = message.CaseReference,
        ["channel"] = message.Channel,
        ["thread_id"] = message.ThreadRef,
        ["in_reply_to"] = message.InReplyTo,
        ["references"] = new JsonArray([.. message.References.Select(reference => JsonValue.Create(reference))]),
        ["from"] = new JsonObject { ["address"] = settings.FromAddress, ["name"] = settings.FromName },
        ["to"] = message.To,
        ["subject"] = message.Subject,
        ["text"] = message.Text,
        ["at"] = message.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };
}

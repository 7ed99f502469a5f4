using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Models;

/// <summary>A question as it was sent, apart for reading: its messages in their order, and whatever else went with them as JSON.</summary>
public sealed record AskedText(IReadOnlyList<(string Role, string Text)> Messages, string Rest)
{
    public static readonly AskedText Nothing = new([], "");

    /// <param name="request">JSON with <c>messages</c>; anything else is shown as it is.</param>
    public static AskedText Of(string request)
    {
        try
        {
            if (JsonNode.Parse(request) is not JsonObject asked || asked["messages"] is not JsonArray messages)
            {
                return new AskedText([], request);
            }

            asked.Remove("messages");
            return new AskedText([.. messages.OfType<JsonObject>().Select(Read)], asked.Count == 0 ? "" : ModelLook.Laid(asked.ToJsonString()));
        }
        catch (JsonException)
        {
            return new AskedText([], request);
        }
    }

    /// <summary>A message that is more than a role and a text, such as one that calls a tool, is shown whole.</summary>
    private static (string Role, string Text) Read(JsonObject message) => message is { Count: 2 } && message["role"] is { } role && message["text"] is JsonValue text
        ? (role.ToString(), text.ToString())
        : (message["role"]?.ToString() ?? "message", ModelLook.Laid(message.ToJsonString()));
}

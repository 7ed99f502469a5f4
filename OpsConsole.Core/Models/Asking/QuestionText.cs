using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models.Asking;

/// <summary>A question as it is kept, and the most tokens that it can be.</summary>
internal static class QuestionText
{
    private const int EnvelopeOfMessage = 16;
    private const int EnvelopeOfQuestion = 64;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        var written = new JsonObject
        {
            ["messages"] = new JsonArray([.. messages.Select(Message)]),
            ["most_output_tokens"] = options.MaxOutputTokens,
        };
        if (options.Tools is { Count: > 0 } tools)
        {
            written["tools"] = new JsonArray([.. tools.OfType<AIFunctionDeclaration>().Select(tool => new JsonObject
            {
                ["name"] = tool.Name,
                ["description"] = tool.Description,
                ["parameters"] = JsonSerializer.SerializeToNode(tool.JsonSchema),
            })]);
        }

        if (options.ResponseFormat is ChatResponseFormatJson { Schema: { } schema })
        {
            written["schema"] = JsonSerializer.SerializeToNode(schema);
        }

        return written.ToJsonString(Readable);
    }

    /// <summary>No tokenizer makes more tokens than there are bytes; the estimate is that bound, since a budget that could be exceeded would be none.</summary>
    public static long MostTokens(string written, int messages) => Encoding.UTF8.GetByteCount(written) + messages * EnvelopeOfMessage + EnvelopeOfQuestion;

    public static JsonObject Calls(IEnumerable<FunctionCallContent> calls) => new()
    {
        ["calls"] = new JsonArray([.. calls.Select(call => new JsonObject { ["name"] = call.Name, ["arguments"] = JsonSerializer.SerializeToNode(call.Arguments) })]),
    };

    /// <summary>An answer as it is kept, in its text and the calls that <see cref="Calls"/> wrote after it; null when there are none.</summary>
    public static (string Text, JsonArray? Calls) Parted(string kept)
    {
        try
        {
            return kept.LastIndexOf("{\"calls\":[", StringComparison.Ordinal) is >= 0 and var at && JsonNode.Parse(kept[at..])?["calls"] is JsonArray calls ? (kept[..at], calls) : (kept, null);
        }
        catch (JsonException)
        {
            return (kept, null);
        }
    }

    private static JsonObject Message(ChatMessage message)
    {
        var written = new JsonObject { ["role"] = message.Role.Value, ["text"] = message.Text };
        if (message.Contents.OfType<FunctionCallContent>().ToList() is { Count: > 0 } calls)
        {
            written["calls"] = Calls(calls)["calls"]!.DeepClone();
        }

        if (message.Contents.OfType<FunctionResultContent>().ToList() is { Count: > 0 } results)
        {
            written["results"] = new JsonArray([.. results.Select(result => JsonSerializer.SerializeToNode(result.Result))]);
        }

        return written;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models.Asking;

/// <summary>A question as it leaves the house: everything in it has been through the veil.</summary>
internal sealed record CoveredQuestion(IReadOnlyList<ChatMessage> Messages, IReadOnlyList<AITool> Tools, JsonObject? Schema, int MostOutputTokens)
{
    public static CoveredQuestion Of(ModelRequest request) => new(
        [.. request.Messages.Select(message => Cover(message, request.Veil))],
        [.. request.Tools.Select(tool => new CoveredTool(tool, request.Veil))],
        request.Schema is null ? null : request.Veil.Cover((JsonNode)request.Schema) as JsonObject,
        Math.Max(1, request.MostOutputTokens));

    public CoveredQuestion With(params IEnumerable<ChatMessage> more) => this with { Messages = [.. Messages, .. more] };

    /// <param name="schemaInWords">Whether the schema is told in the text, for a provider that does not take it as such.</param>
    public (IReadOnlyList<ChatMessage> Messages, ChatOptions Options) For(bool schemaInWords)
    {
        var options = new ChatOptions { MaxOutputTokens = MostOutputTokens, Tools = Tools.Count > 0 ? [.. Tools] : null };
        if (Schema is null)
        {
            return (Messages, options);
        }

        if (schemaInWords)
        {
            return ([.. Messages, new ChatMessage(ChatRole.System, $"Answer with one JSON value that fits this JSON schema, and with nothing else:\n{Schema.ToJsonString()}")], options);
        }

        options.ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonSerializer.SerializeToElement(Schema), "answer");
        return (Messages, options);
    }

    private static ChatMessage Cover(ChatMessage message, Veil veil) => new(message.Role, [.. message.Contents.Select(content => Cover(content, veil)).OfType<AIContent>()]);

    /// <summary>What is no text is not sent: nothing can be hidden in a picture.</summary>
    private static AIContent? Cover(AIContent content, Veil veil) => content switch
    {
        TextContent text => new TextContent(veil.Cover(text.Text)),
        FunctionCallContent call => new FunctionCallContent(call.CallId, call.Name, Arguments(call, veil)),
        FunctionResultContent result => new FunctionResultContent(result.CallId, veil.Cover(Node(result.Result))),
        _ => null,
    };

    private static Dictionary<string, object?>? Arguments(FunctionCallContent call, Veil veil) =>
        (veil.Cover(Node(call.Arguments)) as JsonObject)?.ToDictionary(argument => argument.Key, argument => (object?)argument.Value?.DeepClone(), StringComparer.Ordinal);

    private static JsonNode? Node(object? value) => value is JsonNode node ? node : JsonSerializer.SerializeToNode(value);
}

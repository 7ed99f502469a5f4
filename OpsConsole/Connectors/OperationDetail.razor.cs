using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Connectors;

/// <summary>One operation with its parameters and what its action type says about it.</summary>
public sealed partial class OperationDetail
{
    private const int LongestSchema = 20_000;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Parameter, EditorRequired]
    public required SystemOperation Operation { get; set; }

    [Parameter]
    public ActionType? Type { get; set; }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Parameters => Operation.Parameters["properties"] as JsonObject ?? [];

    private string Schema => Operation.Parameters.ToJsonString(Indented) is { Length: > LongestSchema } all ? all[..LongestSchema] + "\n…" : Operation.Parameters.ToJsonString(Indented);

    private bool IsRequired(string name) => (Operation.Parameters["required"] as JsonArray ?? []).Any(required => required?.ToString() == name);

    private static string Kind(JsonNode? rules) => rules switch
    {
        JsonObject { } schema when schema["enum"] is JsonArray choices => string.Join(" | ", choices.Select(choice => choice?.ToString() ?? "null")),
        JsonObject { } schema when schema["type"] is JsonArray several => string.Join(" or ", several.Select(type => type?.ToString())),
        JsonObject { } schema when schema["type"] is { } type => type.ToString(),
        JsonObject { } schema when schema["$ref"] is { } reference => reference.ToString().Split('/')[^1],
        _ => "any",
    };
}

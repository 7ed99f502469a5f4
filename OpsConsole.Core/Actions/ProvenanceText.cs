using System.Text.Json.Nodes;

namespace OpsConsole.Core.Actions;

/// <summary>
/// Where a parameter comes from: <c>{"order_id": {"from": "fact:3", "phrase": "my order W-23187"}}</c>. A stranger wrote it, so that any
/// shape must be borne; what is not said is <c>proposer</c>.
/// </summary>
internal static class ProvenanceText
{
    public static (string From, string? Phrase) Of(JsonObject provenance, string parameter) => provenance[parameter] switch
    {
        JsonObject source => (Text(source["from"]) ?? "proposer", Text(source["phrase"])),
        JsonValue value => (Text(value) ?? "proposer", null),
        _ => ("proposer", null),
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

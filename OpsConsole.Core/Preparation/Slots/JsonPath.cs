using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>Plain paths such as <c>items.product_id</c>; a path through a list gives the values of all its members.</summary>
public static class JsonPath
{
    /// <summary>All values at the path, without nulls.</summary>
    public static IReadOnlyList<JsonNode> All(JsonNode? root, string path)
    {
        IEnumerable<JsonNode?> nodes = [root];
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            nodes = nodes.SelectMany(Flatten).Select(node => node is JsonObject members ? members[step] : null);
        }

        return [.. nodes.SelectMany(Flatten).OfType<JsonNode>()];
    }

    public static JsonNode? First(JsonNode? root, string path) => All(root, path) is [var first, ..] ? first : null;

    /// <summary>The members of a list, or the values of an object that is used as one.</summary>
    public static IReadOnlyList<JsonNode> Members(JsonNode? root, string path)
    {
        var node = path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (from, step) => (from as JsonObject)?[step]);
        return node switch
        {
            JsonArray list => [.. list.OfType<JsonNode>()],
            JsonObject map => [.. map.Select(member => member.Value).OfType<JsonNode>()],
            _ => [],
        };
    }

    /// <summary>A scalar as text; empty for anything else.</summary>
    public static string Text(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.ToJsonString(),
        _ => "",
    };

    private static IEnumerable<JsonNode?> Flatten(JsonNode? node) => node is JsonArray list ? list.AsEnumerable() : new[] { node };
}

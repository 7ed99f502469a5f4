using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>The members of a body that is an object: its own and those of its <c>allOf</c> parts.</summary>
internal sealed record BodyMembers(Dictionary<string, JsonObject> Properties, HashSet<string> Required)
{
    /// <summary>Null when the body is no object with known members (a list, a choice of forms, a free map): it is then one argument.</summary>
    public static BodyMembers? Flatten(SchemaText schemas, JsonObject schema)
    {
        var members = new BodyMembers(new Dictionary<string, JsonObject>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        return members.TryAdd(schemas, schema, 0) && (members.Properties.Count > 0 || IsClosed(schemas.Resolve(schema))) ? members : null;
    }

    private static bool IsClosed(JsonObject schema) => schema["additionalProperties"] is JsonValue flag && flag.TryGetValue<bool>(out var open) && !open;

    private bool TryAdd(SchemaText schemas, JsonObject declared, int depth)
    {
        var schema = schemas.Resolve(declared);
        if (depth > 16 || schema.ContainsKey("oneOf") || schema.ContainsKey("anyOf") || schema["type"] is { } type && !IsObject(type) || schema["additionalProperties"] is JsonObject)
        {
            return false;
        }

        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            if (property is JsonObject rules && !(rules["readOnly"] is JsonValue flag && flag.TryGetValue<bool>(out var readOnly) && readOnly))
            {
                Properties[name] = rules.DeepClone().AsObject();
            }
        }

        foreach (var name in schema["required"] as JsonArray ?? [])
        {
            Required.Add(name!.ToString());
        }

        return (schema["allOf"] as JsonArray ?? []).All(part => part is not JsonObject rules || TryAdd(schemas, rules, depth + 1));
    }

    private static bool IsObject(JsonNode type) =>
        type is JsonArray several ? several.Any(one => one?.ToString() == "object") : type.ToString() == "object";
}

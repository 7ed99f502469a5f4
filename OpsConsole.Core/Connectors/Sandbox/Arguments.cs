using System.Globalization;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>Builds the schema of an operation's arguments, and reads arguments that have been checked against it.</summary>
internal static class Arguments
{
    public static JsonObject Of(params IReadOnlyList<(string Name, JsonObject Schema)> members)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, schema) in members)
        {
            properties[name] = schema;
            if (!schema.Remove("optional"))
            {
                required.Add(name);
            }
        }

        return new JsonObject { ["type"] = "object", ["required"] = required, ["properties"] = properties, ["additionalProperties"] = false };
    }

    public static (string Name, JsonObject Schema) Text(string name, string description, int most = 200) =>
        (name, new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = most, ["description"] = description });

    public static (string Name, JsonObject Schema) OptionalText(string name, string description, int most = 200) =>
        (name, new JsonObject { ["type"] = new JsonArray("string", "null"), ["maxLength"] = most, ["description"] = description, ["optional"] = true });

    public static (string Name, JsonObject Schema) Amount(string name, string description) =>
        (name, new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["description"] = description });

    public static (string Name, JsonObject Schema) Ids(string name, string description) => (name, new JsonObject
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
        ["description"] = description,
    });

    public static string Text(this JsonObject arguments, string name) => (string?)arguments[name] ?? "";

    /// <summary>Money as the shop counts it: whole cents.</summary>
    public static decimal Money(this JsonObject members, string name) => decimal.Round(decimal.Parse(members[name]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture), 2);
}

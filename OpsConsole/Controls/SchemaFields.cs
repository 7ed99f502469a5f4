using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Controls;

/// <summary>Reads the inputs of a form from the JSON Schema of an object, and what was typed back into JSON.</summary>
public static class SchemaFields
{
    public static IReadOnlyList<FormField> Of(JsonObject schema)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(name => (string?)name).ToHashSet();
        return [.. (schema["properties"] as JsonObject ?? []).Select(property => Field(property.Key, property.Value as JsonObject ?? [], required.Contains(property.Key)))];
    }

    /// <summary>A value as its input shows it.</summary>
    public static string Write(FormField field, JsonNode? value) => (field.Kind, value) switch
    {
        (_, null) => "",
        (FieldKind.Lines, JsonArray items) => string.Join('\n', items.Select(item => (string?)item)),
        (FieldKind.Json, _) => value.ToJsonString(),
        (_, JsonValue scalar) when scalar.TryGetValue<string>(out var text) => text,
        _ => value.ToJsonString(),
    };

    /// <summary>Reads what was typed; false when it cannot be such a value. Nothing typed is no value.</summary>
    public static bool TryRead(FormField field, string typed, out JsonNode? value)
    {
        var text = typed.Trim();
        value = null;
        if (text.Length == 0)
        {
            return true;
        }

        switch (field.Kind)
        {
            case FieldKind.Number:
                var isNumber = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number);
                value = isNumber ? JsonValue.Create(number) : null;
                return isNumber;
            case FieldKind.Truth:
                value = JsonValue.Create(text == "true");
                return true;
            case FieldKind.Lines:
                value = new JsonArray([.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => JsonValue.Create(line))]);
                return true;
            case FieldKind.Json:
                return TryParse(text, out value);
            default:
                value = JsonValue.Create(text);
                return true;
        }
    }

    private static FormField Field(string name, JsonObject schema, bool isRequired)
    {
        var choices = (schema["enum"] as JsonArray ?? []).Select(choice => (string?)choice?.ToString() ?? "").ToList();
        return new FormField(name, (string?)schema["title"] ?? Label(name), (string?)schema["description"], Kind(schema, choices), isRequired, choices);
    }

    private static FieldKind Kind(JsonObject schema, List<string> choices)
    {
        var type = schema["type"] is JsonArray several ? (string?)several.FirstOrDefault(item => (string?)item != "null") : (string?)schema["type"];
        return (type, choices.Count) switch
        {
            ("string" or null, > 0) => FieldKind.Choice,
            ("string", _) => FieldKind.Text,
            ("number" or "integer", _) => FieldKind.Number,
            ("boolean", _) => FieldKind.Truth,
            ("array", _) when (string?)schema["items"]?["type"] == "string" => FieldKind.Lines,
            _ => FieldKind.Json,
        };
    }

    private static string Label(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');

    private static bool TryParse(string text, out JsonNode? value)
    {
        try
        {
            value = JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }
}

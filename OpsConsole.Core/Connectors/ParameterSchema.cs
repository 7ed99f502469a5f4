using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors;

/// <summary>
/// Checks parameters, and other JSON from outside, against the subset of JSON Schema 2020-12 that action types use: type, required, properties, additionalProperties,
/// enum, const, items, minItems, maxItems, minLength, maxLength, pattern, minimum, maximum, exclusiveMinimum, exclusiveMaximum, format,
/// nullable, allOf, anyOf, oneOf, and <c>$ref</c> inside the schema. Every fault is told, each as one sentence. What the subset does not
/// know it does not check; what it cannot understand (a broken reference, a pattern that is none) it refuses.
/// </summary>
public static class ParameterSchema
{
    public static IReadOnlyList<string> Validate(JsonObject schema, JsonObject parameters) => Validate(schema, parameters, "The parameters");

    /// <param name="whole">What the value is called in a fault, such as <c>The answer</c>.</param>
    public static IReadOnlyList<string> Validate(JsonObject schema, JsonNode? value, string whole)
    {
        var check = new SchemaCheck(schema, whole);
        check.Value(schema, value, "", 0);
        return check.Faults;
    }
}

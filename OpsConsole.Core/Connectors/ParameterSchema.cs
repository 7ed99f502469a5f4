using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors;

/// <summary>
/// Checks parameters against the subset of JSON Schema 2020-12 that action types use: type, required, properties, additionalProperties,
/// enum, const, items, minItems, maxItems, minLength, maxLength, pattern, minimum, maximum, exclusiveMinimum, exclusiveMaximum, format,
/// nullable, allOf, anyOf, oneOf, and <c>$ref</c> inside the schema. Every fault is told, each as one sentence. What the subset does not
/// know it does not check; what it cannot understand (a broken reference, a pattern that is none) it refuses.
/// </summary>
public static class ParameterSchema
{
    public static IReadOnlyList<string> Validate(JsonObject schema, JsonObject parameters)
    {
        var check = new SchemaCheck(schema);
        check.Value(schema, parameters, "", 0);
        return check.Faults;
    }
}

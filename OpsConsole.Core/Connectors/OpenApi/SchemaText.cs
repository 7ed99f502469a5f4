using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Writes schemas of a document as JSON Schema 2020-12, and gathers what they refer to, so that each operation is complete in itself.</summary>
internal sealed class SchemaText(OpenApiDocument document)
{
    private const string ComponentPrefix = "#/components/schemas/";
    private const string DefinitionPrefix = "#/$defs/";
    private readonly Dictionary<string, JsonObject?> _components = new(StringComparer.Ordinal);

    public static JsonObject Write(IOpenApiSchema schema)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        schema.SerializeAsV31(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        try
        {
            return JsonNode.Parse(text.ToString()) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            throw new UnusableException("One of its schemas cannot be written as JSON Schema.");
        }
    }

    /// <summary>The schema under a reference such as <c>#/components/schemas/Order</c>, as a copy; the schema itself when it is no reference.</summary>
    public JsonObject Resolve(JsonObject schema)
    {
        for (var steps = 0; schema["$ref"] is { } reference; steps++)
        {
            var name = Name(reference.ToString());
            schema = steps < 32 && Component(name) is { } target ? target : throw new UnusableException($"Its schema refers to {reference}, which is not there.");
        }

        return schema.DeepClone().AsObject();
    }

    /// <summary>Moves every schema that <paramref name="schema"/> refers to, however deep, into its <c>$defs</c>.</summary>
    public void Complete(JsonObject schema)
    {
        var definitions = new JsonObject();
        var waiting = new Queue<string>();
        Redirect(schema, waiting);
        while (waiting.TryDequeue(out var name))
        {
            if (definitions.ContainsKey(name))
            {
                continue;
            }

            var definition = Component(name)?.DeepClone().AsObject() ?? throw new UnusableException($"Its schema refers to {name}, which is not there.");
            Redirect(definition, waiting);
            definitions[name] = definition;
        }

        if (definitions.Count > 0)
        {
            schema["$defs"] = definitions;
        }
    }

    private static void Redirect(JsonNode? node, Queue<string> waiting)
    {
        if (node is JsonObject members)
        {
            if (members["$ref"] is JsonValue reference && reference.TryGetValue<string>(out var target))
            {
                var name = Name(target);
                waiting.Enqueue(name);
                members["$ref"] = DefinitionPrefix + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            }

            foreach (var (_, value) in members)
            {
                Redirect(value, waiting);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Redirect(item, waiting);
            }
        }
    }

    private static string Name(string reference) => reference.StartsWith(ComponentPrefix, StringComparison.Ordinal)
        ? Uri.UnescapeDataString(reference[ComponentPrefix.Length..]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
        : throw new UnusableException($"Its schema refers to {reference}; only schemas under #/components/schemas of the same document are understood.");

    private JsonObject? Component(string name)
    {
        if (!_components.TryGetValue(name, out var written))
        {
            written = document.Components?.Schemas?.TryGetValue(name, out var schema) == true ? Write(schema) : null;
            _components[name] = written;
        }

        return written;
    }
}

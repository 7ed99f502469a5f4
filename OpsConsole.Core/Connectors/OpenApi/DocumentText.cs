using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Yaml;
using YamlDotNet.RepresentationModel;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Turns the text of a document, JSON or YAML, into JSON.</summary>
internal static class DocumentText
{
    public const int LongestDocument = 16 * 1024 * 1024;

    /// <summary>YAML aliases can blow a page up into gigabytes; a document larger than this once they are written out is refused.</summary>
    private const int MostNodes = 3_000_000;

    public static JsonObject? Parse(string text, out string reason)
    {
        reason = "";
        if (text.Length > LongestDocument)
        {
            reason = $"The document is longer than {LongestDocument / 1024 / 1024} MB. Import a part of it.";
            return null;
        }

        var isJson = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith('{');
        try
        {
            var root = isJson ? JsonNode.Parse(text.Trim('\uFEFF')) : ParseYaml(text, ref reason);
            if (root is JsonObject document)
            {
                return document;
            }

            reason = reason.Length > 0 ? reason : "This is neither a JSON object nor a YAML map.";
        }
        catch (JsonException failure)
        {
            reason = $"This is no JSON: line {failure.LineNumber + 1}, {failure.Message}";
        }

        return null;
    }

    private static JsonNode? ParseYaml(string text, ref string reason)
    {
        var errors = new List<ConfigError>();
        var file = YamlFile.Parse("document", text, errors);
        if (file.Root is not { } root || errors.Count > 0)
        {
            reason = errors.Count > 0 ? $"This is no YAML: line {errors[0].Line}, {errors[0].Message}" : "The document is empty.";
            return null;
        }

        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (Count(stream.Documents[0].RootNode, new Dictionary<YamlNode, long>(ReferenceEqualityComparer.Instance)) > MostNodes)
        {
            reason = "The document is too large once its YAML aliases are written out.";
            return null;
        }

        return root.ToJson();
    }

    /// <summary>The number of nodes once every alias is written out; an alias to what encloses it counts as too many.</summary>
    private static long Count(YamlNode node, Dictionary<YamlNode, long> counted)
    {
        if (counted.TryGetValue(node, out var known))
        {
            return known;
        }

        counted[node] = MostNodes + 1;
        long count = 1;
        foreach (var child in node switch
        {
            YamlMappingNode map => map.Children.Values,
            YamlSequenceNode list => list.Children,
            _ => Enumerable.Empty<YamlNode>(),
        })
        {
            count = Math.Min(count + Count(child, counted), MostNodes + 1);
        }

        return counted[node] = count;
    }
}

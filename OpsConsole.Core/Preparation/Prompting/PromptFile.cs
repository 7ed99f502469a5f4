using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Models;

namespace OpsConsole.Core.Preparation.Prompting;

/// <summary>
/// Reads a prompt: a head of <c>name: value</c> lines between two lines of three hyphens, then the text.
/// <code>
/// ---
/// role: careful
/// max-tokens: 1500
/// schema: 1.schema.json
/// ---
/// You propose what should be done …
/// </code>
/// </summary>
internal static class PromptFile
{
    private const string Fence = "---";

    /// <summary>The prompt, or null and what is wrong with its file.</summary>
    /// <param name="find">The text of a file beside it.</param>
    public static (Prompt? Prompt, string? Fault) Read(string name, int version, string text, Func<string, string?> find)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0)
        {
            return (null, "it has no head between two lines of three hyphens");
        }

        var head = lines[1..end].Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
        var body = string.Join('\n', lines[(end + 1)..]).Trim();
        var schemaText = head.TryGetValue("schema", out var file) ? find(file) : "";
        if (schemaText is null || !Enum.TryParse<ModelRole>(head.GetValueOrDefault("role"), ignoreCase: true, out var role)
            || !int.TryParse(head.GetValueOrDefault("max-tokens"), NumberStyles.None, CultureInfo.InvariantCulture, out var tokens))
        {
            return (null, "its head must give role (fast or careful), max-tokens, and a schema that is there or none");
        }

        if (!body.Contains(Prompt.MarkerPlace, StringComparison.Ordinal))
        {
            return (null, $"it does not say what data is: {Prompt.MarkerPlace} is missing");
        }

        return TryParse(schemaText, out var schema)
            ? (new Prompt(new PromptRef(name, version, Digest(text, schemaText)), role, tokens, schema, body), null)
            : (null, "its schema is no JSON object");
    }

    /// <summary>Over the prompt and its schema, whatever the line endings of the checkout.</summary>
    private static string Digest(string text, string schema) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text.ReplaceLineEndings("\n")}\0{schema.ReplaceLineEndings("\n")}")));

    private static bool TryParse(string text, out JsonObject? schema)
    {
        schema = null;
        if (text.Length == 0)
        {
            return true;
        }

        try
        {
            schema = JsonNode.Parse(text) as JsonObject;
            return schema is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

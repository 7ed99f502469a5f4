using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Preparation.Demo;

/// <summary>
/// One line of a pack's <c>demo-cases.jsonl</c>: a message with FEEL in braces, and the condition by which a record is picked that it is
/// about. The first line says where records are looked for:
/// <code>{"scan": {"system": "sandbox", "collection": "orders", "prefix": "W-", "newest": 23500, "oldest": 22501, "joins": {"customer": "customers/customer_id"}}}</code>
/// </summary>
public sealed record DemoCase(string Channel, string Subject, string Body, string Pick, int MinutesAgo)
{
    public const string File = "demo-cases.jsonl";

    /// <summary>The scan and the cases; null when the text is not of that form.</summary>
    public static (JsonObject Scan, IReadOnlyList<DemoCase> Cases)? Parse(string text)
    {
        try
        {
            var lines = text.Split('\n').Where(line => line.Trim().Length > 0).Select(line => (JsonObject)JsonNode.Parse(line)!).ToList();
            return lines is not [{ } first, ..] || first["scan"] is not JsonObject scan ? null : (scan, [.. lines.Skip(1).Select(Of)]);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or InvalidCastException)
        {
            return null;
        }
    }

    private static DemoCase Of(JsonObject line) => new(
        Text(line, "channel"), Text(line, "subject"), Text(line, "body"), Text(line, "pick"), line["minutes-ago"]?.GetValue<int>() ?? 0);

    private static string Text(JsonObject line, string name) => line[name]?.GetValue<string>() ?? throw new InvalidOperationException($"'{name}' is missing");
}

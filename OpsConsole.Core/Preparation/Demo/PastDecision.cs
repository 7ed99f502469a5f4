using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Preparation.Demo;

/// <summary>
/// One line of a pack's <c>demo-history.jsonl</c>: a kind of decision that the demo workspace has behind it. Everything but the names is
/// FEEL over a record with what it is joined to, and over <c>chance</c> and <c>luck</c>, two numbers from 0 to 1. The first line says
/// how many decisions, over how many days, from which records, and since when a record can have been decided on:
/// <code>{"scan": {…}, "decisions": 420, "days": 90, "seed": 4176, "since": "order.placed_at"}</code>
/// </summary>
/// <param name="Share">How often it is picked, against the other lines.</param>
/// <param name="Then">Path → value: how the records stood at that time, where it was not as now.</param>
/// <param name="Answers">Read operation → what it answered at that time.</param>
/// <param name="Risk">Whether this one is likelier to have been overridden, or to have ended badly.</param>
/// <param name="Overruled">The share that people rejected, and why; null where it is as for all.</param>
internal sealed record PastDecision(
    int Share,
    string ActionType,
    string CaseType,
    string Pick,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Then,
    IReadOnlyDictionary<string, string> Answers,
    string Risk,
    PastOverruling? Overruled)
{
    public const string File = "demo-history.jsonl";

    /// <summary>The first line and the kinds; null when the text is not of that form.</summary>
    public static (JsonObject Head, IReadOnlyList<PastDecision> Kinds)? Parse(string text)
    {
        try
        {
            var lines = text.Split('\n').Where(line => line.Trim().Length > 0).Select(line => (JsonObject)JsonNode.Parse(line)!).ToList();
            return lines is not [{ } first, _, ..] || first["scan"] is not JsonObject ? null : (first, [.. lines.Skip(1).Select(Of)]);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or InvalidCastException or FormatException)
        {
            return null;
        }
    }

    private static PastDecision Of(JsonObject line) => new(
        line["share"]?.GetValue<int>() ?? 1,
        Text(line, "action-type"),
        Text(line, "case-type"),
        Text(line, "pick"),
        Texts(line["parameters"]),
        Texts(line["then"]),
        Texts(line["answers"]),
        line["risk"]?.GetValue<string>() ?? "false",
        line["overruled"] is JsonObject overruled ? new PastOverruling(overruled["share"]!.GetValue<double>(), Text(overruled, "reason")) : null);

    private static string Text(JsonObject line, string name) => line[name]?.GetValue<string>() ?? throw new InvalidOperationException($"'{name}' is missing");

    private static Dictionary<string, string> Texts(JsonNode? node) =>
        (node as JsonObject ?? []).ToDictionary(member => member.Key, member => member.Value!.GetValue<string>(), StringComparer.Ordinal);
}

/// <summary>A habit of the people of a demo workspace, such as never refunding what is still under way.</summary>
internal sealed record PastOverruling(double Share, string Reason);

using System.Text.Json.Nodes;

namespace OpsConsole.Bench;

/// <summary>A write that a correct agent makes, and whether the system refuses it.</summary>
internal sealed record GoldWrite(string Operation, JsonObject Arguments, bool Refused);

/// <summary>What must come of a case.</summary>
internal sealed record GoldCase(string CaseId, IReadOnlyList<GoldWrite> Writes, string FinalState)
{
    /// <summary>Hands a case over and changes no record; not an action here.</summary>
    private const string Transfer = "transfer_to_human_agents";

    public static IReadOnlyList<GoldCase> ReadAll(string file, int limit) => [.. File.ReadLines(file)
        .Where(line => line.Length > 0).Take(limit).Select(line => Read(JsonNode.Parse(line)!.AsObject()))];

    private static GoldCase Read(JsonObject gold) => new(
        (string)gold["case_id"]!,
        [.. gold["actions"]!.AsArray().Select(action => action!.AsObject())
            .Where(action => (string)action["operation"]! != Transfer)
            .Select(action => new GoldWrite((string)action["operation"]!, (JsonObject)action["arguments"]!.DeepClone(), (string)action["outcome"]! == "refused"))],
        (string)gold["final_state_sha256"]!);
}

using System.IO.Compression;
using System.Text.Json.Nodes;

namespace OpsConsole.Bench;

/// <summary>What happened next in a recorded conversation: the customer wrote, or the model called a write.</summary>
internal abstract record RecordedStep
{
    private RecordedStep()
    {
    }

    public sealed record Said(string Text) : RecordedStep;

    /// <param name="Refused">The system refused it when it was recorded.</param>
    public sealed record Wrote(string Operation, JsonObject Arguments, bool Refused) : RecordedStep;
}

/// <summary>A conversation in which a real model worked a case by calling operations itself.</summary>
/// <param name="IsRight">The records ended as a correct agent leaves them.</param>
/// <param name="WrongRecords">Records that ended otherwise, such as <c>orders/7</c>.</param>
internal sealed record RecordedRun(string Id, string Model, bool IsRight, IReadOnlyList<string> WrongRecords, IReadOnlyList<RecordedStep> Steps)
{
    /// <summary>Hands a case over and changes no record; no action of the console.</summary>
    private const string Transfer = "transfer_to_human_agents";

    /// <summary>All runs of a folder's <c>.jsonl</c> and <c>.jsonl.gz</c> files.</summary>
    public static IReadOnlyList<RecordedRun> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.jsonl*").Order(StringComparer.Ordinal).SelectMany(Lines).Select((line, index) => Read(JsonNode.Parse(line)!.AsObject(), index))];

    /// <summary>A write that a correct agent would not have made: the record that it changed ended wrong.</summary>
    public bool IsWrong(RecordedStep.Wrote write) => !write.Refused && !IsRight && WrongRecords.Any(record =>
        write.Arguments.Select(argument => argument.Value).OfType<JsonValue>().Any(value => record.EndsWith($"/{value}", StringComparison.Ordinal)));

    private static List<string> Lines(string file)
    {
        using var stream = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static RecordedRun Read(JsonObject line, int index) => new(
        $"{line["run"]}-{line["task_id"]}-{line["trial"]}-{index}",
        line["model"]?.ToString() ?? "unknown",
        (bool)line["db_matches_current_gold"]!,
        [.. line["wrong_records"]!.AsArray().Select(record => record!.ToString())],
        [.. line["events"]!.AsArray().Select(step => Step(step!.AsObject())).OfType<RecordedStep>()]);

    private static RecordedStep? Step(JsonObject step) =>
        step["customer"] is { } said ? new RecordedStep.Said(said.ToString())
        : (string?)step["kind"] == "write" && (string)step["call"]! != Transfer
            ? new RecordedStep.Wrote((string)step["call"]!, (JsonObject)step["arguments"]!.DeepClone(), (string?)step["outcome"] != "ok")
        : null;
}

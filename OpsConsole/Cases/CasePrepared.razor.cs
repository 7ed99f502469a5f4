using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Cases;

/// <summary>The stages of the newest preparation: how long each took, what went in, what came out.</summary>
public sealed partial class CasePrepared
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Parameter, EditorRequired]
    public required IReadOnlyList<PreparationStage> Stages { get; set; }

    /// <summary>The models that took part; empty for the playbook alone.</summary>
    [Parameter]
    public string With { get; set; } = "";

    /// <summary>What models were asked in this run, the oldest first.</summary>
    [Parameter]
    public IReadOnlyList<ExchangeView> Asked { get; set; } = [];

    /// <summary>Where one of them is shown with its texts.</summary>
    [Parameter]
    public Func<ExchangeView, string> HrefOf { get; set; } = _ => "";

    private TimeSpan Total => Stages[^1].EndedAt - Stages[0].StartedAt;

    private PreparationStage? Longest => Stages.MaxBy(stage => stage.EndedAt - stage.StartedAt);

    private int Share(PreparationStage stage) => Total <= TimeSpan.Zero ? 100 / Stages.Count : (int)Math.Clamp((stage.EndedAt - stage.StartedAt) / Total * 100, 1, 100);

    /// <summary>All tries of the prompts that the stage says it asked.</summary>
    private IReadOnlyList<ExchangeView> AskedIn(PreparationStage stage)
    {
        var prompts = Told(stage).Select(told => ((string?)told["prompt"] ?? "").Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        return prompts.Count == 0 ? [] : [.. Asked.Where(exchange => prompts.Contains(exchange.Prompt.Name))];
    }

    /// <summary>Questions that were never sent, each with why.</summary>
    private static IEnumerable<string> NotAsked(PreparationStage stage) =>
        Told(stage).Where(told => told["exchange"] is null && told["note"] is not null).Select(told => (string)told["note"]!);

    private static IEnumerable<JsonObject> Told(PreparationStage stage) =>
        JsonNode.Parse(stage.ResultJson) is JsonObject result && result["model"] is JsonArray told ? told.OfType<JsonObject>() : [];

    private static string NameOf(PreparationStage stage) => stage.Name switch
    {
        StageName.Classify => "Classify",
        StageName.Identify => "Identify",
        StageName.Gather => "Gather",
        StageName.CheckData => "Check data",
        StageName.Plan => "Plan",
        StageName.Draft => "Draft",
        StageName.Verify => "Verify",
    };

    private static (Tone Tone, string Glyph) LookOf(PreparationStage stage) => stage.Outcome switch
    {
        StageOutcome.Done => (Tone.Good, "ack"),
        StageOutcome.Asks => (Tone.Info, "you"),
        StageOutcome.Skipped => (Tone.Quiet, "idle"),
        StageOutcome.Failed => (Tone.Bad, "failed"),
    };

    private static string Pretty(string json) => JsonNode.Parse(json)?.ToJsonString(Indented) ?? "null";
}

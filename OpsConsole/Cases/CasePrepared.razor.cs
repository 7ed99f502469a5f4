using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;
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

    private TimeSpan Total => Stages[^1].EndedAt - Stages[0].StartedAt;

    private PreparationStage? Longest => Stages.MaxBy(stage => stage.EndedAt - stage.StartedAt);

    private int Share(PreparationStage stage) => Total <= TimeSpan.Zero ? 100 / Stages.Count : (int)Math.Clamp((stage.EndedAt - stage.StartedAt) / Total * 100, 1, 100);

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

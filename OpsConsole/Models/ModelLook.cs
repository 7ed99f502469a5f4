using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Controls;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Recording;

namespace OpsConsole.Models;

/// <summary>How providers, prices and exchanges are put on screen.</summary>
public static class ModelLook
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const long OneUnit = 1_000_000;

    /// <summary>Millionths as <c>0.0132 EUR</c>.</summary>
    public static string Money(long millionths, string currency) => $"{Amount(millionths)}\u00a0{currency}";

    /// <summary>Fractions of a cent matter where the whole is small, and only there.</summary>
    public static string Amount(long millionths) =>
        (millionths / 1_000_000m).ToString(Math.Abs(millionths) < OneUnit ? "#,0.00####" : "#,0.00", CultureInfo.InvariantCulture);

    /// <summary>What a prompt is for, for those who did not write it.</summary>
    public static string Task(string prompt) => prompt switch
    {
        "classify" => "Reading what kind of case it is",
        "wishes" => "Reading what the customer wants",
        "reads" => "Choosing what else to read",
        "plan" => "Planning",
        "summarise" => "Summarising",
        "reply" => "Drafting the reply",
        var other => Phrase.Heading(other),
    };

    public static string Words(ProviderKind kind) => kind switch
    {
        ProviderKind.OpenAi => "OpenAI",
        ProviderKind.Azure => "Azure OpenAI",
        ProviderKind.Compatible => "OpenAI-compatible",
    };

    public static string Words(ModelRole role) => role switch
    {
        ModelRole.Fast => "fast",
        ModelRole.Careful => "careful",
    };

    public static (Tone Tone, string Glyph, string Word) Of(ExchangeOutcome outcome) => outcome switch
    {
        ExchangeOutcome.Sent => (Tone.Unknown, "unknown", "No end known"),
        ExchangeOutcome.Answered => (Tone.Good, "ready", "Answered"),
        ExchangeOutcome.Unavailable => (Tone.Bad, "failed", "Unavailable"),
        ExchangeOutcome.TimedOut => (Tone.Bad, "failed", "Timed out"),
        ExchangeOutcome.RateLimited => (Tone.Warn, "paused", "Asked to wait"),
        ExchangeOutcome.Refused => (Tone.Warn, "blocked", "Refused"),
        ExchangeOutcome.Malformed => (Tone.Warn, "contradicted", "Not usable"),
        ExchangeOutcome.Cancelled => (Tone.Quiet, "idle", "Cancelled"),
    };

    /// <summary>JSON laid out for reading; anything else as it is.</summary>
    public static string Laid(string text)
    {
        try
        {
            return JsonNode.Parse(text)?.ToJsonString(Indented).Replace("\\n", "\n", StringComparison.Ordinal) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    public static string Share(long used, long limit) =>
        (limit <= 0 ? 100 : Math.Clamp(used * 100 / limit, 0, 100)).ToString(CultureInfo.InvariantCulture);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;

namespace OpsConsole.Connectors;

/// <summary>What a tried read answered, in words and as it came.</summary>
public sealed partial class TestAnswer
{
    private const int LongestBody = 20_000;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Parameter, EditorRequired]
    public required TestOutcome Outcome { get; set; }

    private (string Glyph, string Word) Look => Outcome switch
    {
        TestOutcome.Answered { Result: ConnectorResult.Done } => ("ack", "Answered"),
        TestOutcome.Answered { Result: ConnectorResult.Refused no } => ("none", $"Refused, {no.Code}: {no.Message}"),
        TestOutcome.Answered { Result: ConnectorResult.Unavailable gone } => ("failed", gone.Reason),
        TestOutcome.Answered { Result: ConnectorResult.Unknown unclear } => ("unknown", unclear.Reason),
        TestOutcome.RecordAnswered { Result: RecordResult.Found found } => ("ack", $"Read, version {found.Record.Version[..Math.Min(12, found.Record.Version.Length)]}"),
        TestOutcome.RecordAnswered { Result: RecordResult.NotFound } => ("none", "There is no such record."),
        TestOutcome.RecordAnswered { Result: RecordResult.Unavailable gone } => ("failed", gone.Reason),
        TestOutcome.NoRead => ("blocked", "Only reads can be tried here; a write goes through a case and its policies."),
        TestOutcome.UnknownSystem => ("none", "There is no such system."),
        TestOutcome.Forbidden forbidden => ("blocked", $"This needs the permission {forbidden.Lacking.Permission}."),
        _ => ("unknown", ""),
    };

    private string Took => Outcome switch
    {
        TestOutcome.Answered answered => ConnectorLook.Milliseconds(answered.Took.TotalMilliseconds),
        TestOutcome.RecordAnswered answered => ConnectorLook.Milliseconds(answered.Took.TotalMilliseconds),
        _ => "",
    };

    private string? Body
    {
        get
        {
            var body = Outcome switch
            {
                TestOutcome.Answered { Result: ConnectorResult.Done done } => done.Body,
                TestOutcome.RecordAnswered { Result: RecordResult.Found found } => found.Record.Body,
                _ => (JsonNode?)null,
            };
            return body?.ToJsonString(Indented) is { } text ? text.Length > LongestBody ? text[..LongestBody] + "\n…" : text : null;
        }
    }
}

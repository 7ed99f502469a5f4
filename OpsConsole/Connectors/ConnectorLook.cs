using System.Globalization;
using OpsConsole.Controls;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Connectors.OpenApi;

namespace OpsConsole.Connectors;

/// <summary>How health and the properties of an operation are shown: shape, word and colour together.</summary>
internal static class ConnectorLook
{
    private const double SparkWidth = 70;
    private const double SparkHeight = 16;

    public static (Tone Tone, string Glyph, string Word) Of(SystemHealth health) => health switch
    {
        { Calls: 0 } => (Tone.Quiet, "idle", "Not asked yet"),
        { IsDown: true } => (Tone.Bad, "failed", "Down"),
        { FailedShare: > 0.05 } => (Tone.Warn, "half", "Degraded"),
        _ => (Tone.Good, "full", "Healthy"),
    };

    public static (Tone Tone, string Glyph, string Word) Of(ReversibilityClass reversibility) => reversibility switch
    {
        ReversibilityClass.ReadOnly => (Tone.Quiet, "idle", "Read-only"),
        ReversibilityClass.Reversible => (Tone.Good, "ack", "Reversible"),
        ReversibilityClass.ReversibleByOtherSide => (Tone.Quiet, "half", "By the other side"),
        ReversibilityClass.Irreversible => (Tone.Warn, "supervisor", "Irreversible"),
    };

    public static (Tone Tone, string Glyph, string Word) Of(IdempotencySupport support) => support switch
    {
        IdempotencySupport.NativeKey => (Tone.Good, "ack", "Honoured"),
        IdempotencySupport.ReadBack => (Tone.Info, "you", "Read back"),
        IdempotencySupport.None => (Tone.Warn, "none", "Not honoured"),
    };

    public static string Of(ChannelConnectorKind kind) => kind switch
    {
        ChannelConnectorKind.FileOutbox => "File outbox",
        ChannelConnectorKind.Smtp => "Mail server (SMTP)",
        ChannelConnectorKind.Webhook => "Webhook",
    };

    public static string Words(AuthScheme scheme) => scheme.Kind switch
    {
        AuthKind.HeaderKey => $"key in the header {scheme.Key}",
        AuthKind.QueryKey => $"key in the query {scheme.Key}",
        AuthKind.CookieKey => $"key in the cookie {scheme.Key}",
        AuthKind.Bearer => "bearer token",
        AuthKind.Basic => "user and password",
        AuthKind.None => "nothing",
    };

    public static string Milliseconds(double? value) => value switch
    {
        null => "–",
        >= 1000 => (value.Value / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s",
        < 1 => "< 1 ms",
        _ => value.Value.ToString("0", CultureInfo.InvariantCulture) + " ms",
    };

    public static string Percent(double share) => (share * 100).ToString(share is > 0 and < 0.1 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    /// <summary>The path of a small line; the slowest call touches the top.</summary>
    public static string Spark(IReadOnlyList<double> values)
    {
        var highest = Math.Max(1, values.DefaultIfEmpty().Max());
        var step = SparkWidth / Math.Max(1, values.Count - 1);
        return string.Concat(values.Select((value, index) => string.Create(
            CultureInfo.InvariantCulture, $"{(index == 0 ? 'M' : 'L')}{1 + (index * step):0.#} {1 + (SparkHeight * (1 - (value / highest))):0.#}")));
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors.OpenApi;

/// <summary>Turns an HTTP answer into one of the four ends of a call.</summary>
internal static class AnswerReader
{
    private const int LongestMessage = 500;

    public static ConnectorResult Read(OutsideAnswer answer, EffectClass effect, HttpSystemSettings settings, TimeProvider clock)
    {
        var status = answer.Status;
        return status switch
        {
            >= 200 and < 300 => new ConnectorResult.Done(
                Body(answer.Body), settings.ReceiptHeader is { } header ? answer.Header(header) : null, string.Equals(answer.Header("Idempotent-Replayed"), "true", StringComparison.OrdinalIgnoreCase)),
            304 when effect == EffectClass.Read => new ConnectorResult.Done(null),
            < 400 => new ConnectorResult.Refused($"http_{status}", "The system answered with a redirect, which is not followed; correct the base address."),
            401 or 407 => new ConnectorResult.Unavailable($"The system did not accept our secret ({status}). Set it anew."),
            403 => new ConnectorResult.Unavailable("Our secret does not give access to this (403). Ask the system's owner for it."),
            408 or 425 or 429 => new ConnectorResult.Unavailable($"The system asks to come back later ({status}).", RetryAfter(answer, clock)),
            501 => Refusal(answer),
            < 500 => Refusal(answer),
            503 when answer.RetryAfter is not null => new ConnectorResult.Unavailable("The system is not available for now (503).", RetryAfter(answer, clock)),
            _ when effect == EffectClass.Read => new ConnectorResult.Unavailable($"The system failed ({status}).", RetryAfter(answer, clock)),
            _ => new ConnectorResult.Unknown($"The system failed ({status}) while it was at it; it may have happened."),
        };
    }

    private static JsonNode? Body(string body)
    {
        try
        {
            return string.IsNullOrWhiteSpace(body) ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return JsonValue.Create(body);
        }
    }

    /// <summary>Problem details (RFC 9457) and the two other shapes in common use, <c>{"error": "…"}</c> and <c>{"error": {"code", "message"}}</c>.</summary>
    private static ConnectorResult.Refused Refusal(OutsideAnswer answer)
    {
        var problem = Body(answer.Body) as JsonObject;
        var error = problem?["error"] as JsonObject;
        var code = Text(problem, "code") ?? Text(error, "code") ?? Text(error, "type") ?? Text(problem, "error") ?? Text(problem, "name")
            ?? (Text(problem, "type") is { } type && type != "about:blank" ? type[(type.LastIndexOfAny(['/', ':']) + 1)..] : null)
            ?? $"http_{answer.Status.ToString(CultureInfo.InvariantCulture)}";
        var message = Text(problem, "detail") ?? Text(problem, "message") ?? Text(error, "message") ?? Text(problem, "title")
            ?? $"The system refused with status {answer.Status}.";
        return new ConnectorResult.Refused(code, message.Length > LongestMessage ? message[..LongestMessage] + "…" : message);
    }

    private static string? Text(JsonObject? holder, string name) =>
        holder?[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && value.ToString() is { Length: > 0 } text ? text : null;

    private static TimeSpan? RetryAfter(OutsideAnswer answer, TimeProvider clock) => answer.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}

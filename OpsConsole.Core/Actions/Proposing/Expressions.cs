using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>Evaluates the expressions of action types. What does not compile or cannot be evaluated is null, never a guess.</summary>
internal static class Expressions
{
    public static JsonNode? Value(string text, JsonObject input) => Compile(text)?.Evaluate(input).Value;

    public static bool? Holds(string text, JsonObject input) => Compile(text)?.EvaluateBoolean(input);

    /// <summary>A value as a person reads it.</summary>
    public static string Text(string text, JsonObject input) => Display(Value(text, input));

    public static string Display(JsonNode? value) => value switch
    {
        null => "–",
        JsonArray list => list.Count == 0 ? "none" : string.Join(", ", list.Select(Display)),
        JsonObject record => string.Join(", ", record.Select(member => $"{member.Key}: {Display(member.Value)}")),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.String => value.GetValue<string>(),
            _ => CanonicalJson.Write(value),
        },
    };

    /// <summary>An amount in hundredths, or null when the expression gives no number that fits.</summary>
    public static long? Hundredths(string text, JsonObject input) =>
        Value(text, input) is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
        && Math.Abs(amount) < 1_000_000_000_000m
            ? (long)Math.Round(amount * 100, MidpointRounding.AwayFromZero)
            : null;

    private static FeelExpression? Compile(string text) => FeelExpression.TryCompile(text, out var expression, out _) ? expression : null;
}

using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Preparation.Playbooks;

/// <summary>FEEL in playbooks: checked at its line when the pack is read, evaluated when a case is prepared.</summary>
internal static class PlaybookExpression
{
    public static string Checked(YamlPart? part)
    {
        if (part?.Text is not { } text)
        {
            return "";
        }

        if (!FeelExpression.TryCompile(text, out _, out var error))
        {
            part.Error($"'{text}' is no FEEL: {error}");
        }

        return text;
    }

    public static string CheckedTemplate(YamlPart? part)
    {
        if (part?.Text is not { } text)
        {
            return "";
        }

        if (!FeelTemplate.TryCompile(text, out _, out var error))
        {
            part.Error($"'{text}' is no template: {error}");
        }

        return text;
    }

    public static bool Holds(string? text, JsonObject input) =>
        string.IsNullOrEmpty(text) || (FeelExpression.TryCompile(text, out var expression, out _) && expression.EvaluateBoolean(input) == true);

    public static JsonNode? Value(string text, JsonObject input) =>
        FeelExpression.TryCompile(text, out var expression, out _) ? expression.Evaluate(input).Value : null;
}

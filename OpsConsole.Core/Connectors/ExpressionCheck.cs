using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Connectors;

/// <summary>Reads FEEL out of a configuration file and tells, at its line, what does not compile.</summary>
internal static class ExpressionCheck
{
    public static string Expression(YamlPart part)
    {
        if (string.IsNullOrWhiteSpace(part.Text))
        {
            part.Error("expected a FEEL expression");
            return "";
        }

        if (!FeelExpression.TryCompile(part.Text, out _, out var error))
        {
            part.Error($"no FEEL expression: {error}");
        }

        return part.Text;
    }

    public static string? Required(YamlPart? holder, string name)
    {
        if (holder is null)
        {
            return null;
        }

        return holder.Find(name) is { } part ? Expression(part) : holder.Required(name);
    }

    /// <summary>A sentence in which text in braces is FEEL; null when the part is not there.</summary>
    public static string? Template(YamlPart? part)
    {
        if (part?.Text is { } text && !FeelTemplate.TryCompile(text, out _, out var error))
        {
            part.Error($"no sentence with FEEL in braces: {error}");
        }

        return part?.Text;
    }
}

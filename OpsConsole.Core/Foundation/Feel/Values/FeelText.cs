using System.Globalization;
using System.Text;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>Values as texts, as <c>string()</c> gives them (DMN 1.5, 10.3.4.1).</summary>
internal static class FeelText
{
    public static string Write(FeelRun run, FeelValue value) => value switch
    {
        FeelValue.Text text => text.Value,
        FeelValue.List or FeelValue.Context => WriteNested(run, value),
        _ => WriteScalar(run, value),
    };

    /// <summary>As it would be written in an expression: texts have their quotes.</summary>
    public static string Literal(FeelRun run, FeelValue value) => WriteNested(run, value);

    public static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string WriteScalar(FeelRun run, FeelValue value) => value switch
    {
        FeelValue.Boolean boolean => boolean.Value ? "true" : "false",
        FeelValue.Number number => Write(number.Value),
        FeelValue.Text text => $"\"{text.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        FeelValue.Date date => TemporalText.Write(date),
        FeelValue.Time time => TemporalText.Write(time),
        FeelValue.Moment moment => TemporalText.Write(moment),
        FeelValue.Duration duration => TemporalText.Write(duration),
        FeelValue.Period period => TemporalText.Write(period),
        FeelValue.Range range => WriteRange(run, range),
        FeelValue.Function => "function",
        _ => "null",
    };

    private static string WriteRange(FeelRun run, FeelValue.Range range) => (range.Low, range.High) switch
    {
        (null, { } high) => $"{(range.HighIncluded ? "<=" : "<")} {WriteNested(run, high)}",
        ({ } low, null) => $"{(range.LowIncluded ? ">=" : ">")} {WriteNested(run, low)}",
        ({ } low, { } high) => $"{(range.LowIncluded ? '[' : '(')}{WriteNested(run, low)}..{WriteNested(run, high)}{(range.HighIncluded ? ']' : ')')}",
        _ => "-",
    };

    private static string WriteNested(FeelRun run, FeelValue value)
    {
        var text = run.Enter() ? WriteEntered(run, value) : "";
        run.Leave();
        return text;
    }

    private static string WriteEntered(FeelRun run, FeelValue value)
    {
        var text = new StringBuilder();
        switch (value)
        {
            case FeelValue.List list:
                Join(text.Append('['), list.Items.Select(item => WriteNested(run, item))).Append(']');
                break;
            case FeelValue.Context context:
                Join(text.Append('{'), context.Members.Names.Select(name => $"{name}: {WriteNested(run, context.Members.Find(name)!)}")).Append('}');
                break;
            default:
                return WriteScalar(run, value);
        }

        return text.ToString();
    }

    private static StringBuilder Join(StringBuilder text, IEnumerable<string> parts)
    {
        var separator = "";
        foreach (var part in parts.TakeWhile(_ => text.Length <= FeelLimits.Text))
        {
            text.Append(separator).Append(part);
            separator = ", ";
        }

        return text;
    }
}

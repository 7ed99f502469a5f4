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

    private static string WriteScalar(FeelRun run, FeelValue value) => value switch
    {
        FeelValue.Boolean boolean => boolean.Value ? "true" : "false",
        FeelValue.Number number => NumberText.Write(number.Value),
        FeelValue.Text text => Quoted(text.Value),
        FeelValue.Date date => TemporalText.Write(date),
        FeelValue.Time time => TemporalText.Write(time),
        FeelValue.Moment moment => TemporalText.Write(moment),
        FeelValue.Duration duration => TemporalText.Write(duration),
        FeelValue.Period period => TemporalText.Write(period),
        FeelValue.Range range => WriteRange(run, range),
        FeelValue.Function => "function",
        _ => "null",
    };

    private static string WriteRange(FeelRun run, FeelValue.Range range) => range switch
    {
        { Test: { } test, Low: { } only } => $"({test} {WriteNested(run, only)})",
        { Low: null, High: { } high } => $"({(range.HighIncluded ? "<=" : "<")} {WriteNested(run, high)})",
        { Low: { } low, High: null } => $"({(range.LowIncluded ? ">=" : ">")} {WriteNested(run, low)})",
        { Low: { } low, High: { } high } => $"{(range.LowIncluded ? '[' : '(')}{WriteNested(run, low)}..{WriteNested(run, high)}{(range.HighIncluded ? ']' : ')')}",
        _ => "-",
    };

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A key that could not stand there as a name has quotes.</summary>
    private static string Key(string key)
    {
        var isName = key.Length > 0 && !char.IsDigit(key[0]) && !char.IsWhiteSpace(key[0]) && !char.IsWhiteSpace(key[^1]);
        foreach (var letter in key)
        {
            isName &= char.IsLetterOrDigit(letter) || letter is ' ' or '_' or '\'' or '-' or '+' or '.' or '/' or '*' || char.IsSurrogate(letter);
        }

        return isName ? key : Quoted(key);
    }

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
                Join(text.Append('{'), context.Members.Names.Select(name => $"{Key(name)}: {WriteNested(run, context.Members.Find(name)!)}")).Append('}');
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

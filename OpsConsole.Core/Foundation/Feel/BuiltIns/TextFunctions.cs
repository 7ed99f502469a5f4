using System.Globalization;
using System.Text.RegularExpressions;
using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Texts (DMN 1.5, 10.3.4.3). Lengths and places count characters as people do, not UTF-16 units.</summary>
internal static class TextFunctions
{
    public static readonly FeelValue.Function[] All =
    [
        Define("string length", "string", call => call.Text(0) is { } text ? new FeelValue.Number(new StringInfo(text).LengthInTextElements) : null),
        Define("upper case", "string", call => Text(call.Text(0)?.ToUpperInvariant())),
        Define("lower case", "string", call => Text(call.Text(0)?.ToLowerInvariant())),
        Define("substring", "string, start position, length?", Substring),
        Define("substring before", "string, match", call => Pair(call, (text, match) => Text(Cut(text, text.IndexOf(match, StringComparison.Ordinal), 0, before: true)))),
        Define("substring after", "string, match", call => Pair(call, (text, match) => Text(Cut(text, text.IndexOf(match, StringComparison.Ordinal), match.Length, before: false)))),
        Define("contains", "string, match", call => Pair(call, (text, match) => FeelValue.Boolean.Of(text.Contains(match, StringComparison.Ordinal)))),
        Define("starts with", "string, match", call => Pair(call, (text, match) => FeelValue.Boolean.Of(text.StartsWith(match, StringComparison.Ordinal)))),
        Define("ends with", "string, match", call => Pair(call, (text, match) => FeelValue.Boolean.Of(text.EndsWith(match, StringComparison.Ordinal)))),
        Define("matches", "input, pattern, flags?", call => Pattern(call, 2, (text, pattern) => FeelValue.Boolean.Of(pattern.IsMatch(text)))),
        Define("replace", "input, pattern, replacement, flags?", call => Pattern(call, 3, (text, pattern) => call.Text(2) is { } by ? new FeelValue.Text(pattern.Replace(text, by)) : null)),
        Define("split", "string, delimiter", call => Pattern(call, 2, (text, pattern) => Texts(pattern.Split(text)))),
        Define("extract", "input, pattern, flags?", call => Pattern(call, 2, (text, pattern) => Texts(pattern.Matches(text).Select(match => match.Value)))),
        Define("string join", "list, delimiter?", Join),
    ];

    private static FeelValue.Text? Text(string? text) => text is null ? null : new FeelValue.Text(text);

    private static FeelValue.List Texts(IEnumerable<string> texts) => new([.. texts.Select(text => new FeelValue.Text(text))]);

    private static FeelValue? Pair(BuiltInArguments call, Func<string, string, FeelValue?> apply) =>
        call.Text(0) is { } text && call.Text(1) is { } other ? apply(text, other) : null;

    private static string Cut(string text, int at, int length, bool before) => at < 0 ? "" : before ? text[..at] : text[(at + length)..];

    /// <summary>Counts from 1, or backwards from -1.</summary>
    private static FeelValue? Substring(BuiltInArguments call)
    {
        if (call.Text(0) is not { } text || call.Number(1) is not { } start)
        {
            return null;
        }

        var letters = new StringInfo(text);
        var from = start > 0 ? start - 1 : letters.LengthInTextElements + start;
        var length = call.Number(2) ?? letters.LengthInTextElements;
        if (start == 0 || from < 0 || from >= letters.LengthInTextElements || length < 1)
        {
            return length < 1 || start == 0 ? call.Problem("counts from 1") : new FeelValue.Text("");
        }

        return new FeelValue.Text(letters.SubstringByTextElements((int)from, (int)Math.Min(length, letters.LengthInTextElements - from)));
    }

    /// <summary>Regular expressions as .NET knows them, which is close to what the standard takes from XPath; each has a time limit.</summary>
    private static FeelValue? Pattern(BuiltInArguments call, int flagsAt, Func<string, Regex, FeelValue?> apply)
    {
        if (call.Text(0) is not { } text || call.Text(1) is not { } pattern)
        {
            return null;
        }

        var options = (call.Text(flagsAt) ?? "").Aggregate(RegexOptions.CultureInvariant, (flags, flag) => flags | flag switch
        {
            'i' => RegexOptions.IgnoreCase,
            's' => RegexOptions.Singleline,
            'm' => RegexOptions.Multiline,
            'x' => RegexOptions.IgnorePatternWhitespace,
            _ => RegexOptions.None,
        });
        try
        {
            return apply(text, new Regex(pattern, options, FeelLimits.Pattern));
        }
        catch (ArgumentException)
        {
            return call.Problem($"wants a regular expression, not '{pattern}'");
        }
        catch (RegexMatchTimeoutException)
        {
            return call.Problem($"took too long with '{pattern}'");
        }
    }

    private static FeelValue? Join(BuiltInArguments call)
    {
        if (call.List(0) is not { } items)
        {
            return null;
        }

        return items.FirstOrDefault(item => item is not (FeelValue.Text or FeelValue.Null)) is { } other
            ? call.Problem($"wants strings, not a {other.TypeName}")
            : new FeelValue.Text(string.Join(call.Text(1) ?? "", items.OfType<FeelValue.Text>().Select(item => item.Value)));
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;
using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Regular expressions (DMN 1.5, 10.3.4.3), as XQuery 1.0 and XPath 2.0 Functions and Operators, 7.6, has them.</summary>
internal static class PatternFunctions
{
    private const int MicrosecondsPerStep = 5;

    private delegate FeelValue? Use(string text, Regex pattern, string source);

    public static readonly FeelValue.Function[] All =
    [
        Define("matches", "input, pattern, flags?", call => Pattern(call, 2, (text, pattern, _) => FeelValue.Boolean.Of(pattern.IsMatch(text)))),
        Define("replace", "input, pattern, replacement, flags?", call => Pattern(call, 3, (text, pattern, source) => Replace(call, text, pattern, source))),
        Define("split", "string, delimiter", call => Pattern(call, 2, (text, pattern, _) => Split(call, text, pattern))),
        Define("extract", "input, pattern, flags?", call => Pattern(call, 2, (text, pattern, _) => Extract(call, text, pattern))),
    ];

    private static FeelValue? Pattern(BuiltInArguments call, int flagsAt, Use use)
    {
        var (text, source) = (call.Text(0), call.Text(1));
        var flags = call[flagsAt] is FeelValue.Null ? "" : call.Text(flagsAt);
        if (text is null || source is null || flags is null)
        {
            return null;
        }

        if (XPathFlags.TryRead(flags) is not { } options)
        {
            return call.Problem($"knows the flags s, m, i, x and q, not '{flags}'");
        }

        var started = Stopwatch.GetTimestamp();
        try
        {
            var wide = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;
            return PatternCache.Get(source, options, wide) is { } pattern
                ? use(text, pattern, source)
                : call.Problem($"wants a regular expression, not '{source}'");
        }
        catch (RegexMatchTimeoutException)
        {
            return call.Problem($"took too long with '{source}'");
        }
        finally
        {
            // Many slow patterns are as long as one that never ends, so that time counts as work here.
            call.Run.Step((int)Math.Min(Stopwatch.GetElapsedTime(started).TotalMicroseconds / MicrosecondsPerStep, FeelLimits.Steps));
        }
    }

    /// <summary><c>$1</c> in the replacement stands for what the first parentheses matched, <c>$0</c> for all.</summary>
    private static FeelValue? Replace(BuiltInArguments call, string text, Regex pattern, string source)
    {
        if (call.Text(2) is not { } replacement)
        {
            return null;
        }

        if (pattern.IsMatch(""))
        {
            return call.Problem($"wants a pattern that does not match nothing, as '{source}' does");
        }

        var isLiteral = call.Text(3)?.Contains('q', StringComparison.Ordinal) == true;
        if (Replacement.TryRead(replacement, isLiteral, pattern.GetGroupNumbers().Length - 1) is not { } parts)
        {
            return call.Problem($"wants '\\' and '$' in a replacement as '\\\\' and '\\$', not as in '{replacement}'");
        }

        var result = new StringBuilder();
        var from = 0;
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            parts.Append(result.Append(text, from, match.Index - from), match);
            from = match.Index + match.Length;
            if (result.Length > FeelLimits.Text)
            {
                break;
            }
        }

        return call.Run.Bounded(new FeelValue.Text(result.Append(text, from, text.Length - from).ToString()));
    }

    /// <summary>Between two matches; a match of nothing parts two letters but not the start from the first.</summary>
    private static FeelValue Split(BuiltInArguments call, string text, Regex pattern)
    {
        var parts = new List<FeelValue>();
        var from = 0;
        for (var match = pattern.Match(text); match.Success && call.Run.Step(); match = match.NextMatch())
        {
            if (match.Index + match.Length > 0)
            {
                parts.Add(new FeelValue.Text(text[from..match.Index]));
                from = match.Index + match.Length;
            }
        }

        parts.Add(new FeelValue.Text(text[from..]));
        return new FeelValue.List(parts);
    }

    /// <summary>All matches. It is not of the standard, but widely known.</summary>
    private static FeelValue Extract(BuiltInArguments call, string text, Regex pattern)
    {
        var matches = new List<FeelValue>();
        for (var match = pattern.Match(text); match.Success && call.Run.Step(); match = match.NextMatch())
        {
            matches.Add(new FeelValue.Text(match.Value));
        }

        return new FeelValue.List(matches);
    }
}

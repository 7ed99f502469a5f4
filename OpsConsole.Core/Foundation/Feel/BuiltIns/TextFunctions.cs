using System.Text;
using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Texts (DMN 1.5, 10.3.4.3). Lengths and places count Unicode's code points, not UTF-16 units.</summary>
internal static class TextFunctions
{
    public static readonly FeelValue.Function[] All =
    [
        Define("string length", "string", call => call.Text(0) is { } text ? new FeelValue.Number(CodePoints(text)) : null),
        Define("upper case", "string", call => call.Text(0) is { } text ? UpperCase(text) : null),
        Define("lower case", "string", call => Text(call.Text(0)?.ToLowerInvariant())),
        Define("substring", "string, start position, length?", Substring),
        Define("substring before", "string, match", call => Pair(call, Before)),
        Define("substring after", "string, match", call => Pair(call, After)),
        Define("contains", "string, match", call => Pair(call, (text, match) => FeelValue.Boolean.Of(text.Contains(match, StringComparison.Ordinal)))),
        Define("starts with", "string, match", call => Pair(call, (text, match) => FeelValue.Boolean.Of(text.StartsWith(match, StringComparison.Ordinal)))),
        Define("ends with", "string, match", call => Pair(call, (text, match) => FeelValue.Boolean.Of(text.EndsWith(match, StringComparison.Ordinal)))),
        Define("string join", "list, delimiter?", Join),
    ];

    // Unicode's SpecialCasing, as far as whole words are written with them.
    private static readonly (string Letter, string Capitals)[] TwoCapitals =
    [
        ("ß", "SS"), ("ﬀ", "FF"), ("ﬁ", "FI"), ("ﬂ", "FL"), ("ﬃ", "FFI"), ("ﬄ", "FFL"), ("ﬅ", "ST"), ("ﬆ", "ST"), ("ŉ", "ʼN"), ("ǰ", "J̌"),
    ];

    /// <summary>How many code points a text has.</summary>
    public static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDBFF'); at >= 0 && at + 1 < text.Length;)
        {
            count -= char.IsLowSurrogate(text[at + 1]) ? 1 : 0;
            var next = text[(at + 1)..].IndexOfAnyInRange('\uD800', '\uDBFF');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return count;
    }

    private static FeelValue.Text? Text(string? text) => text is null ? null : new FeelValue.Text(text);

    /// <summary>Letters whose capitals are two come first, for .NET turns one character into one.</summary>
    private static FeelValue.Text UpperCase(string text)
    {
        foreach (var (letter, capitals) in TwoCapitals)
        {
            text = text.Contains(letter, StringComparison.Ordinal) ? text.Replace(letter, capitals, StringComparison.Ordinal) : text;
        }

        return new FeelValue.Text(text.ToUpperInvariant());
    }

    private static FeelValue? Pair(BuiltInArguments call, Func<string, string, FeelValue?> apply)
    {
        var (text, other) = (call.Text(0), call.Text(1));
        return text is not null && other is not null ? apply(text, other) : null;
    }

    private static FeelValue.Text Before(string text, string match) => new(text[..Math.Max(0, text.IndexOf(match, StringComparison.Ordinal))]);

    private static FeelValue.Text After(string text, string match) =>
        new(text.IndexOf(match, StringComparison.Ordinal) is >= 0 and var at ? text[(at + match.Length)..] : "");

    /// <summary>Counts from 1, or backwards from -1.</summary>
    private static FeelValue? Substring(BuiltInArguments call)
    {
        if (call.Text(0) is not { } text || call.Whole(1) is not { } start || (call.Count > 2 && call[2] is not FeelValue.Null && call.Whole(2) is null))
        {
            return null;
        }

        var count = CodePoints(text);
        var length = call.Whole(2) ?? count;
        if (start == 0 || Math.Abs(start) > count || length < 1)
        {
            return call.Problem(start == 0 || length < 1 ? "counts from 1" : $"has no place {start}");
        }

        var from = start > 0 ? start - 1 : count + start;
        length = Math.Min(length, count - from);
        var first = Unit(text, count, from);
        return new FeelValue.Text(text[first..(first + Unit(text.AsSpan(first), count - from, length))]);
    }

    /// <summary>Where a code point begins.</summary>
    private static int Unit(ReadOnlySpan<char> text, int codePoints, int index)
    {
        if (codePoints == text.Length)
        {
            return index;
        }

        var at = 0;
        for (; index > 0; index--)
        {
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        }

        return at;
    }

    private static FeelValue? Join(BuiltInArguments call)
    {
        if (call.List(0) is not { } items || (call.Count > 1 && call[1] is not FeelValue.Null && call.Text(1) is null))
        {
            return null;
        }

        var delimiter = call.Text(1) ?? "";
        var text = new StringBuilder();
        var separator = "";
        foreach (var item in items)
        {
            if (item is not (FeelValue.Text or FeelValue.Null))
            {
                return call.Problem($"wants strings, not a {item.TypeName}");
            }

            if (item is FeelValue.Text part && text.Length <= FeelLimits.Text)
            {
                text.Append(separator).Append(part.Value);
                separator = delimiter;
            }
        }

        return new FeelValue.Text(text.ToString());
    }
}

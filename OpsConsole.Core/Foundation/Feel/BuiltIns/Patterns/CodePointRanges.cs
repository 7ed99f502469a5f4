using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>
/// Code points beyond the first plane, which .NET's patterns see as two characters each: sets of them, and the pattern that matches one of a set.
/// </summary>
internal static class CodePointRanges
{
    private const int First = 0x10000;
    private const int Last = 0x10FFFF;

    public static readonly IReadOnlyList<(int From, int To)> All = [(First, Last)];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<(int From, int To)>> Categories = new(StringComparer.Ordinal);

    /// <summary>Those of a category such as <c>Lu</c>, or of a group of categories such as <c>L</c>.</summary>
    public static IReadOnlyList<(int From, int To)> OfCategory(string name) => Categories.GetOrAdd(name, Scan);

    public static IReadOnlyList<(int From, int To)> Complement(IEnumerable<(int From, int To)> ranges)
    {
        var result = new List<(int, int)>();
        var next = First;
        foreach (var (from, to) in ranges.OrderBy(range => range.From))
        {
            if (from > next)
            {
                result.Add((next, from - 1));
            }

            next = Math.Max(next, to + 1);
        }

        if (next <= Last)
        {
            result.Add((next, Last));
        }

        return result;
    }

    public static IReadOnlyList<(int From, int To)> Except(IReadOnlyList<(int From, int To)> ranges, IReadOnlyList<(int From, int To)> taken) =>
        Complement([.. Complement(ranges), .. taken]);

    /// <summary>Alternatives of a high and a low half: <c>\uD83D[\uDE00-\uDE4F]|…</c>.</summary>
    public static void Append(StringBuilder pattern, IReadOnlyList<(int From, int To)> ranges)
    {
        foreach (var (from, to) in ranges)
        {
            var start = from;
            while (start <= to)
            {
                var row = start & ~0x3FF;
                var whole = start == row ? (to + 1 - row) / 0x400 : 0;
                var end = whole > 0 ? row + (whole * 0x400) - 1 : Math.Min(to, row + 0x3FF);
                pattern.Append('|').Append(CultureInfo.InvariantCulture, $"[\\u{High(start):X4}-\\u{High(end):X4}][\\u{Low(start):X4}-\\u{Low(end):X4}]");
                start = end + 1;
            }
        }
    }

    private static int High(int codePoint) => 0xD800 + ((codePoint - First) >> 10);

    private static int Low(int codePoint) => 0xDC00 + (codePoint & 0x3FF);

    private static List<(int From, int To)> Scan(string name)
    {
        var ranges = new List<(int From, int To)>();
        for (var codePoint = First; codePoint <= Last; codePoint++)
        {
            if (!CategoryNames.Of(CharUnicodeInfo.GetUnicodeCategory(codePoint)).StartsWith(name, StringComparison.Ordinal))
            {
                continue;
            }

            if (ranges.Count > 0 && ranges[^1].To == codePoint - 1)
            {
                ranges[^1] = (ranges[^1].From, codePoint);
            }
            else
            {
                ranges.Add((codePoint, codePoint));
            }
        }

        return ranges;
    }
}

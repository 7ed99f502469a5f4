using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Foundation.Text;

/// <summary>A day as a text writes it: <c>2026-11-03</c>, <c>3 Nov 2026</c>, <c>November 3rd</c>, <c>3. November 2026</c>, <c>3 de noviembre</c>, <c>03/11/2026</c>.</summary>
/// <param name="Readings">What it may mean: <c>03/11/2026</c> is a day in November to some and in March to others.</param>
public sealed record WrittenDate(IReadOnlyList<WrittenDay> Readings, int Start, int End)
{
    private static readonly Regex Pattern = Make();

    public static IReadOnlyList<WrittenDate> All(string text)
    {
        var found = new List<WrittenDate>();
        foreach (Match match in Pattern.Matches(text))
        {
            if (found.Count > 0 && match.Index < found[^1].End)
            {
                continue;
            }

            if (Read(match).Where(day => day.IsReal).Distinct().ToList() is { Count: > 0 } readings)
            {
                found.Add(new WrittenDate(readings, match.Index, match.Index + match.Length));
            }
        }

        return found;
    }

    /// <summary>Whether it may mean this day; a year that is not written may be any.</summary>
    public bool Says(DateOnly day) => Readings.Any(reading => reading.Month == day.Month && reading.Day == day.Day && (reading.Year is null || reading.Year == day.Year));

    private static IEnumerable<WrittenDay> Read(Match match)
    {
        int? Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;
        if (Number("y1") is { } isoYear)
        {
            yield return new WrittenDay(isoYear, Number("m1")!.Value, Number("d1")!.Value);
        }
        else if (Number("a") is { } first && Number("b") is { } second)
        {
            int? year = Number("y2") is { } written ? written < 100 ? 2000 + written : written : null;
            yield return new WrittenDay(year, second, first);
            if (match.Groups["sep"].Value != ".")
            {
                yield return new WrittenDay(year, first, second);
            }
        }
        else if (MonthNames.ByName.TryGetValue((match.Groups["n1"].Success ? match.Groups["n1"] : match.Groups["n2"]).Value.TrimEnd('.').ToLowerInvariant(), out var month))
        {
            yield return new WrittenDay(Number("y3") ?? Number("y4"), month, (Number("d3") ?? Number("d4"))!.Value);
        }
    }

    /// <summary>Only the name of a month makes a number a day: "placed 26 May" is none of a month called "placed".</summary>
    private static Regex Make()
    {
        var month = $"(?:{string.Join('|', MonthNames.ByName.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape))})";
        return new Regex(
            @"(?<![\w-])(?:(?<y1>(?:19|20)\d\d)[-/.年](?<m1>\d{1,2})[-/.月](?<d1>\d{1,2})日?(?!\d)"
            + $@"|(?<d3>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|°)?\s+(?:of\s+|de\s+)?(?<n1>{month}(?:\.(?=\s+\d))?)(?:(?:,?\s+|\s+del?\s+)(?<y3>(?:19|20)\d\d))?(?!\p{{L}})"
            + $@"|(?<n2>{month}\.?)\s+(?<d4>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?<y4>(?:19|20)\d\d))?(?![\d.,]?\d|\p{{L}}|:)"
            + @"|(?<a>\d{1,2})(?<sep>[./-])(?<b>\d{1,2})(?:\k<sep>(?<y2>(?:19|20)?\d\d)|(?<=\.\d{1,2})\.)(?![\w-]))",
            RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);
    }
}

/// <summary>A day of which the year may be left out.</summary>
public readonly record struct WrittenDay(int? Year, int Month, int Day)
{
    public bool IsReal => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year is >= 1 and <= 9999 ? Year.Value : 2024, Month);
}

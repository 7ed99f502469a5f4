using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// Reads and writes dates and durations as ISO 8601: <c>2026-11-17</c>, <c>09:30:00+01:00</c>, <c>2026-11-17T09:30:00@Europe/Paris</c>,
/// <c>P1DT2H</c>, <c>P1Y2M</c>. Whatever is none gives null.
/// </summary>
internal static partial class TemporalText
{
    public static FeelValue? Read(string text) => (FeelValue?)ReadDate(text) ?? (FeelValue?)ReadMoment(text) ?? (FeelValue?)ReadTime(text) ?? ReadDuration(text);

    public static FeelValue.Date? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new FeelValue.Date(date) : null;

    public static FeelValue.Time? ReadTime(string text)
    {
        var match = TimePattern().Match(text);
        return match.Success && TryTime(match, out var time) && TryZone(match, out var zone) ? new FeelValue.Time(time, zone) : null;
    }

    /// <summary>A date alone is its midnight.</summary>
    public static FeelValue.Moment? ReadMoment(string text)
    {
        var split = text.IndexOf('T', StringComparison.Ordinal);
        if (split < 0)
        {
            return ReadDate(text) is { } date ? new FeelValue.Moment(date.Value.ToDateTime(TimeOnly.MinValue), null) : null;
        }

        return ReadDate(text[..split]) is { } day && ReadTime(text[(split + 1)..]) is { } time ? new FeelValue.Moment(day.Value.ToDateTime(time.Value), time.Zone) : null;
    }

    public static FeelValue? ReadDuration(string text)
    {
        var match = DurationPattern().Match(text);
        if (!match.Success || text.EndsWith('P') || text.EndsWith('T'))
        {
            return null;
        }

        var isTime = match.Groups["days"].Success || match.Groups["clock"].Success;
        var sign = match.Groups["sign"].Success ? -1 : 1;
        if (match.Groups["years"].Success || match.Groups["months"].Success)
        {
            var months = Amount(match, "years") * 12 + Amount(match, "months");
            return isTime || months > int.MaxValue ? null : new FeelValue.Period(sign * (int)months);
        }

        var seconds = Amount(match, "days") * 86_400 + Amount(match, "hours") * 3_600 + Amount(match, "minutes") * 60 + Amount(match, "seconds");
        return seconds > (decimal)TimeSpan.MaxValue.TotalSeconds - 1 ? null : new FeelValue.Duration(new TimeSpan((long)(sign * seconds * TimeSpan.TicksPerSecond)));
    }

    public static string Write(FeelValue.Date date) => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Write(FeelValue.Time time) => time.Value.ToString(Fraction(time.Value.Ticks, "HH:mm:ss"), CultureInfo.InvariantCulture) + Write(time.Zone);

    public static string Write(FeelValue.Moment moment) =>
        moment.Local.ToString(Fraction(moment.Local.Ticks, "yyyy-MM-ddTHH:mm:ss"), CultureInfo.InvariantCulture) + Write(moment.Zone);

    public static string Write(FeelValue.Duration duration)
    {
        var span = duration.Value;
        if (span == TimeSpan.Zero)
        {
            return "PT0S";
        }

        var size = span.Duration();
        var seconds = size.Seconds + (decimal)(size.Ticks % TimeSpan.TicksPerSecond) / TimeSpan.TicksPerSecond;
        var time = Part(size.Hours, "H") + Part(size.Minutes, "M") + Part(seconds, "S");
        return $"{(span < TimeSpan.Zero ? "-" : "")}P{Part(size.Days, "D")}{(time.Length > 0 ? "T" + time : "")}";
    }

    public static string Write(FeelValue.Period period)
    {
        var months = Math.Abs((long)period.Months);
        return months == 0 ? "P0M" : $"{(period.Months < 0 ? "-" : "")}P{Part(months / 12, "Y")}{Part(months % 12, "M")}";
    }

    private static string Write(FeelZone? zone) => zone switch
    {
        null => "",
        { Place: { } place } => "@" + place,
        _ when zone.Offset == TimeSpan.Zero => "Z",
        _ => (zone.Offset < TimeSpan.Zero ? "-" : "+") + zone.Offset.ToString("hh\\:mm", CultureInfo.InvariantCulture),
    };

    private static string Fraction(long ticks, string format) => ticks % TimeSpan.TicksPerSecond == 0 ? format : format + ".FFFFFFF";

    private static string Part(decimal amount, string unit) => amount == 0 ? "" : amount.ToString("0.#######", CultureInfo.InvariantCulture) + unit;

    private static decimal Amount(Match match, string group) =>
        match.Groups[group].Success ? decimal.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    private static bool TryTime(Match match, out TimeOnly time) =>
        TimeOnly.TryParse(match.Groups["clock"].ValueSpan, CultureInfo.InvariantCulture, out time);

    private static bool TryZone(Match match, out FeelZone? zone)
    {
        zone = null;
        if (match.Groups["place"].Success)
        {
            zone = new FeelZone(TimeSpan.Zero, match.Groups["place"].Value);
            return TimeZoneInfo.TryFindSystemTimeZoneById(zone.Place!, out _);
        }

        if (match.Groups["offset"].Success)
        {
            var text = match.Groups["offset"].Value;
            zone = text == "Z" ? FeelZone.Utc : new FeelZone(TimeSpan.Parse(text[1..], CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1), null);
        }

        return true;
    }

    [GeneratedRegex(@"^(?<clock>\d\d:\d\d:\d\d(\.\d{1,7})?)\d*((?<offset>Z|[+-](0\d|1[0-4]):[0-5]\d)|@(?<place>[\w/+-]+))?$")]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^(?<sign>-)?P((?<years>\d{1,9})Y)?((?<months>\d{1,9})M)?((?<days>\d{1,9})D)?(?<clock>T((?<hours>\d{1,9})H)?((?<minutes>\d{1,9})M)?((?<seconds>\d{1,9}(\.\d{1,7})?)S)?)?$")]
    private static partial Regex DurationPattern();
}

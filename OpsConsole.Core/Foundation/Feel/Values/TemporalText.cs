using System.Globalization;
using System.Text;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// Reads and writes dates and durations as XML Schema has them: <c>2026-11-17</c>, <c>09:30:00+01:00</c>, <c>P1DT2H</c>, <c>P1Y2M</c>, and with
/// FEEL's places: <c>2026-11-17T09:30:00@Europe/Paris</c>. Whatever is none gives null.
/// </summary>
internal static class TemporalText
{
    public static FeelValue? Read(string text) => (FeelValue?)ReadDate(text) ?? (FeelValue?)ReadMoment(text) ?? (FeelValue?)ReadTime(text) ?? ReadDuration(text);

    public static FeelValue.Date? ReadDate(string text)
    {
        var reader = new TemporalReader(text);
        return reader.TakeDate(out var date) && reader.AtEnd ? new FeelValue.Date(date) : null;
    }

    public static FeelValue.Time? ReadTime(string text)
    {
        var reader = new TemporalReader(text);
        return reader.TakeClock(out var nanos) && reader.TakeZone(out var zone) ? new FeelValue.Time(new FeelClock(nanos % FeelClock.Day), zone) : null;
    }

    /// <summary>A date alone is its midnight.</summary>
    public static FeelValue.Moment? ReadMoment(string text)
    {
        var reader = new TemporalReader(text);
        if (!reader.TakeDate(out var date))
        {
            return null;
        }

        if (reader.AtEnd)
        {
            return new FeelValue.Moment(new FeelMoment(date, FeelClock.Midnight), null);
        }

        return reader.Take('T') && reader.TakeClock(out var nanos) && reader.TakeZone(out var zone)
            && FeelMoment.FromNanos(new FeelMoment(date, FeelClock.Midnight).Nanos + nanos) is { } local
            ? new FeelValue.Moment(local, zone)
            : null;
    }

    /// <summary>Years and months, or days and a time; not both.</summary>
    public static FeelValue? ReadDuration(string text)
    {
        var reader = new TemporalReader(text);
        var sign = reader.Take('-') ? -1 : 1;
        if (!reader.Take('P') || reader.AtEnd)
        {
            return null;
        }

        Int128 months = 0;
        Int128 nanos = 0;
        var units = "YMD";
        var last = -1;
        var isPeriod = false;
        while (!reader.AtEnd)
        {
            if (units[0] == 'Y' && reader.Take('T'))
            {
                (units, last) = ("HMS", -1);
            }

            if (!TakeAmount(ref reader, units, ref last, out var amount, out var fraction))
            {
                return null;
            }

            isPeriod |= units == "YMD" && last < 2;
            months += units == "YMD" ? last switch { 0 => amount * 12, 1 => amount, _ => 0 } : 0;
            nanos += units == "YMD" ? last == 2 ? amount * FeelClock.Day : 0
                : (amount * (last switch { 0 => FeelClock.Hour, 1 => FeelClock.Minute, _ => FeelClock.Second })) + fraction;
            if (isPeriod && (units == "HMS" || last == 2))
            {
                return null;
            }
        }

        return isPeriod ? FeelValue.Period.Of(sign * months) : FeelValue.Duration.Of(sign * nanos);
    }

    public static string Write(FeelValue.Date date) => Append(new StringBuilder(), date.Value).ToString();

    public static string Write(FeelValue.Time time) => Append(Append(new StringBuilder(), time.Clock), time.Zone).ToString();

    public static string Write(FeelValue.Moment moment) =>
        Append(Append(Append(new StringBuilder(), moment.Local.Date).Append('T'), moment.Local.Clock), moment.Zone).ToString();

    public static string Write(FeelValue.Duration duration)
    {
        if (duration.Nanos == 0)
        {
            return "PT0S";
        }

        var size = Int128.Abs(duration.Nanos);
        var (days, clock) = (size / FeelClock.Day, new FeelClock((long)(size % FeelClock.Day)));
        var text = new StringBuilder(duration.Nanos < 0 ? "-P" : "P");
        Append(text, days, 'D');
        if (clock.Nanos > 0)
        {
            text.Append('T');
            Append(text, clock.HourOfDay, 'H');
            Append(text, clock.MinuteOfHour, 'M');
        }

        if (clock.NanosOfMinute > 0)
        {
            AppendFraction(text.Append(clock.NanosOfMinute / FeelClock.Second), clock.Nanos).Append('S');
        }

        return text.ToString();
    }

    public static string Write(FeelValue.Period period)
    {
        if (period.Months == 0)
        {
            return "P0M";
        }

        var (years, months) = Math.DivRem(Math.Abs(period.Months), 12);
        return Append(Append(new StringBuilder(period.Months < 0 ? "-P" : "P"), years, 'Y'), months, 'M').ToString();
    }

    /// <summary>One amount with its unit, which comes after the last one; only seconds have a fraction.</summary>
    private static bool TakeAmount(ref TemporalReader reader, string units, ref int last, out Int128 amount, out long fraction)
    {
        var count = reader.TakeDigits(out var digits);
        amount = digits;
        fraction = 0;
        var hasPoint = reader.Take('.');
        if (hasPoint)
        {
            reader.TakeFraction(out fraction);
        }

        var unit = units.IndexOf(reader.Peek, StringComparison.Ordinal);
        if (count == 0 || digits < 0 || unit <= last || (hasPoint && units[unit] != 'S'))
        {
            return false;
        }

        last = unit;
        return reader.Take(units[unit]);
    }

    private static StringBuilder Append(StringBuilder text, FeelDate date)
    {
        text.Append(date.Year < 0 ? "-" : "");
        return text.Append(CultureInfo.InvariantCulture, $"{Math.Abs(date.Year):0000}-{date.Month:00}-{date.Day:00}");
    }

    private static StringBuilder Append(StringBuilder text, FeelClock clock)
    {
        text.Append(CultureInfo.InvariantCulture, $"{clock.HourOfDay:00}:{clock.MinuteOfHour:00}:{clock.NanosOfMinute / FeelClock.Second:00}");
        return AppendFraction(text, clock.Nanos);
    }

    private static StringBuilder AppendFraction(StringBuilder text, long nanos) =>
        nanos % FeelClock.Second is > 0 and var fraction
            ? text.Append('.').Append(fraction.ToString("000000000", CultureInfo.InvariantCulture).AsSpan().TrimEnd('0'))
            : text;

    private static StringBuilder Append(StringBuilder text, FeelZone? zone)
    {
        if (zone is null or { Place: not null } or { Seconds: 0 })
        {
            return text.Append(zone is null ? "" : zone.Place is { } place ? "@" + place : "Z");
        }

        var size = Math.Abs(zone.Seconds);
        text.Append(zone.Seconds < 0 ? '-' : '+').Append(CultureInfo.InvariantCulture, $"{size / 3600:00}:{size / 60 % 60:00}");
        return size % 60 == 0 ? text : text.Append(CultureInfo.InvariantCulture, $":{size % 60:00}");
    }

    private static StringBuilder Append(StringBuilder text, Int128 amount, char unit) =>
        amount == 0 ? text : text.Append(amount.ToString(CultureInfo.InvariantCulture)).Append(unit);
}

using System.Globalization;
using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Dates, times and durations (DMN 1.5, 10.3.4.1 and 10.3.4.8).</summary>
internal static class TemporalFunctions
{
    public static readonly FeelValue.Function[] All =
    [
        Define("date", "from | year, month, day", Date),
        Define("time", "from | hour, minute, second, offset?", Time),
        Define("date and time", "from | date, time", Moment),
        Define("duration", "from", call => call.Text(0) is { } text ? TemporalText.ReadDuration(text) ?? call.Unreadable(text) : null),
        Define("years and months duration", "from, to", Months),
        Define("day of week", "date", call => Day(call) is { } day ? new FeelValue.Text(Names.DayNames[day.Weekday % 7]) : null),
        Define("day of year", "date", call => Day(call) is { } day ? new FeelValue.Number(day.DayOfYear) : null),
        Define("week of year", "date", call => Day(call) is { } day ? new FeelValue.Number(day.WeekOfYear) : null),
        Define("month of year", "date", call => Day(call) is { } day ? new FeelValue.Text(Names.MonthNames[day.Month - 1]) : null),
    ];

    private static DateTimeFormatInfo Names => DateTimeFormatInfo.InvariantInfo;

    private static FeelValue? Date(BuiltInArguments call)
    {
        if (call.Count == 1)
        {
            return call.Single(0) is FeelValue.Text text
                ? TemporalText.ReadDate(text.Value) ?? call.Unreadable(text.Value)
                : Day(call) is { } day ? new FeelValue.Date(day) : null;
        }

        var (year, month, date) = (call.Number(0), call.Number(1), call.Number(2));
        if (year is null || month is null || date is null)
        {
            return null;
        }

        return FeelDate.Create(year.Value.Clamped(), month.Value.Clamped(), date.Value.Clamped()) is { } known
            ? new FeelValue.Date(known)
            : call.Problem($"knows no day {year}-{month}-{date}");
    }

    private static FeelValue? Time(BuiltInArguments call)
    {
        if (call.Count > 1)
        {
            return TimeOfParts(call);
        }

        return call.Single(0) switch
        {
            FeelValue.Text text => TemporalText.ReadTime(text.Value) ?? call.Unreadable(text.Value),
            FeelValue.Time time => time,
            FeelValue.Moment moment => new FeelValue.Time(moment.Local.Clock, moment.Zone),
            FeelValue.Date => new FeelValue.Time(FeelClock.Midnight, FeelZone.Utc),
            FeelValue.Null => null,
            var other => call.Problem($"cannot be made of a {other.TypeName}"),
        };
    }

    private static FeelValue? TimeOfParts(BuiltInArguments call)
    {
        var (hour, minute, second) = (call.Whole(0), call.Whole(1), call.Number(2));
        if (hour is null || minute is null || second is null || !TryOffset(call, out var zone))
        {
            return null;
        }

        var nanos = FeelNumber.Multiply(second.Value, FeelClock.Second)?.Clamped(FeelClock.Day);
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 && nanos is >= 0 and < FeelClock.Minute
            ? new FeelValue.Time(new FeelClock((hour.Value * FeelClock.Hour) + (minute.Value * FeelClock.Minute) + nanos.Value), zone)
            : call.Problem("knows no such time");
    }

    private static bool TryOffset(BuiltInArguments call, out FeelZone? zone)
    {
        zone = null;
        if (call.Single(3) is FeelValue.Null)
        {
            return true;
        }

        if (call.Single(3) is FeelValue.Duration { Nanos: var nanos } && nanos % FeelClock.Second == 0 && Int128.Abs(nanos) <= FeelClock.Day)
        {
            zone = FeelZone.Offset((long)(nanos / FeelClock.Second));
        }

        if (zone is null)
        {
            call.Problem("wants an offset that is a duration of no more than 14 hours");
        }

        return zone is not null;
    }

    private static FeelValue? Moment(BuiltInArguments call)
    {
        if (call.Count == 1)
        {
            return call.Single(0) switch
            {
                FeelValue.Text text => TemporalText.ReadMoment(text.Value) ?? call.Unreadable(text.Value),
                FeelValue.Moment moment => moment,
                FeelValue.Date date => new FeelValue.Moment(new FeelMoment(date.Value, FeelClock.Midnight), null),
                FeelValue.Null => null,
                var other => call.Problem($"cannot be made of a {other.TypeName}"),
            };
        }

        return call.Single(1) switch
        {
            FeelValue.Time time when Day(call) is { } day => new FeelValue.Moment(new FeelMoment(day, time.Clock), time.Zone),
            FeelValue.Time or FeelValue.Null => null,
            var other => call.Problem($"wants a time, not a {other.TypeName}"),
        };
    }

    /// <summary>Whole months from the first day to the second.</summary>
    private static FeelValue.Period? Months(BuiltInArguments call)
    {
        var (first, second) = (Day(call), Day(call, 1));
        if (first is not { } from || second is not { } to)
        {
            return null;
        }

        var months = ((to.Year - (long)from.Year) * 12) + to.Month - from.Month;
        return new FeelValue.Period(months + (months > 0 && to.Day < from.Day ? -1 : months < 0 && to.Day > from.Day ? 1 : 0));
    }

    private static FeelDate? Day(BuiltInArguments call, int index = 0)
    {
        switch (call.Single(index))
        {
            case FeelValue.Date date:
                return date.Value;
            case FeelValue.Moment moment:
                return moment.Local.Date;
            case FeelValue.Null:
                return null;
            case var other:
                call.Problem($"wants a date, not a {other.TypeName}");
                return null;
        }
    }
}

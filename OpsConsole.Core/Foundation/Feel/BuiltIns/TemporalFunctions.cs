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
        Define("duration", "from", call => call.Text(0) is { } text ? TemporalText.ReadDuration(text) ?? Unreadable(call, text) : null),
        Define("years and months duration", "from, to", Months),
        Define("day of week", "date", call => Day(call) is { } day ? new FeelValue.Text(day.DayOfWeek.ToString()) : null),
        Define("day of year", "date", call => Day(call) is { } day ? new FeelValue.Number(day.DayOfYear) : null),
        Define("week of year", "date", call => Day(call) is { } day ? new FeelValue.Number(ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue))) : null),
        Define("month of year", "date", call => Day(call) is { } day ? new FeelValue.Text(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month)) : null),
    ];

    private static FeelValue Unreadable(BuiltInArguments call, string text) => call.Problem($"cannot read '{text}'");

    private static FeelValue? Date(BuiltInArguments call)
    {
        if (call.Count == 1)
        {
            return call[0] is FeelValue.Text text
                ? TemporalText.ReadDate(text.Value) ?? Unreadable(call, text.Value)
                : Day(call) is { } day ? new FeelValue.Date(day) : null;
        }

        return (call.Number(0), call.Number(1), call.Number(2)) is ({ } year, { } month, { } date)
            ? year is >= 1 and <= 9999 && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth((int)year, (int)month)
                ? new FeelValue.Date(new DateOnly((int)year, (int)month, (int)date))
                : call.Problem($"knows no day {FeelText.Write(year)}-{FeelText.Write(month)}-{FeelText.Write(date)}")
            : null;
    }

    private static FeelValue? Time(BuiltInArguments call)
    {
        if (call.Count == 1)
        {
            return call[0] switch
            {
                FeelValue.Text text => TemporalText.ReadTime(text.Value) ?? Unreadable(call, text.Value),
                FeelValue.Time time => time,
                FeelValue.Moment moment => new FeelValue.Time(TimeOnly.FromDateTime(moment.Local), moment.Zone),
                FeelValue.Date => new FeelValue.Time(TimeOnly.MinValue, FeelZone.Utc),
                FeelValue.Null => null,
                var other => call.Problem($"cannot be made of a {other.TypeName}"),
            };
        }

        if ((call.Number(0), call.Number(1), call.Number(2)) is not ({ } hour, { } minute, { } second))
        {
            return null;
        }

        return hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60
            ? new FeelValue.Time(new TimeOnly((long)((hour * 3600 + minute * 60 + second) * TimeSpan.TicksPerSecond)), call[3] is FeelValue.Duration offset ? new FeelZone(offset.Value, null) : null)
            : call.Problem("knows no such time");
    }

    private static FeelValue? Moment(BuiltInArguments call) => (call[0], call[1]) switch
    {
        (FeelValue.Text text, FeelValue.Null) => TemporalText.ReadMoment(text.Value) ?? Unreadable(call, text.Value),
        (FeelValue.Moment moment, FeelValue.Null) => moment,
        (FeelValue.Date date, FeelValue.Null) => new FeelValue.Moment(date.Value.ToDateTime(TimeOnly.MinValue), null),
        (FeelValue.Date date, FeelValue.Time time) => new FeelValue.Moment(date.Value.ToDateTime(time.Value), time.Zone),
        (FeelValue.Moment moment, FeelValue.Time time) => new FeelValue.Moment(moment.Local.Date + time.Value.ToTimeSpan(), time.Zone),
        (FeelValue.Null, _) => null,
        var (first, _) => call.Problem($"cannot be made of a {first.TypeName}"),
    };

    /// <summary>Whole months from the first day to the second.</summary>
    private static FeelValue.Period? Months(BuiltInArguments call)
    {
        if (Day(call) is not { } from || Day(call, 1) is not { } to)
        {
            return null;
        }

        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        return new FeelValue.Period(months + (months > 0 && to.Day < from.Day ? -1 : months < 0 && to.Day > from.Day ? 1 : 0));
    }

    private static DateOnly? Day(BuiltInArguments call, int index = 0)
    {
        switch (call[index])
        {
            case FeelValue.Date date:
                return date.Value;
            case FeelValue.Moment moment:
                return DateOnly.FromDateTime(moment.Local);
            case FeelValue.Null:
                return null;
            default:
                call.Problem($"wants a date, not a {call[index].TypeName}");
                return null;
        }
    }
}

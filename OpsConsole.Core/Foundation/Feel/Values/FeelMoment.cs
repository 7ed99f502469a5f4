namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>A date with a time of day, without a zone.</summary>
internal readonly record struct FeelMoment(FeelDate Date, FeelClock Clock) : IComparable<FeelMoment>
{
    /// <summary>Nanoseconds since the start of 1970.</summary>
    public Int128 Nanos => ((Int128)Date.DayNumber * FeelClock.Day) + Clock.Nanos;

    /// <summary>Null when it is beyond all dates.</summary>
    public static FeelMoment? FromNanos(Int128 nanos)
    {
        var days = (nanos >= 0 ? nanos : nanos - FeelClock.Day + 1) / FeelClock.Day;
        return Int128.Abs(days) <= long.MaxValue && FeelDate.FromDayNumber((long)days) is { } date
            ? new FeelMoment(date, new FeelClock((long)(nanos - (days * FeelClock.Day))))
            : null;
    }

    public int CompareTo(FeelMoment other) => Date.CompareTo(other.Date) is var order and not 0 ? order : Clock.Nanos.CompareTo(other.Clock.Nanos);
}

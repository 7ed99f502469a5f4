namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// A day of the Gregorian calendar, carried on before its time and through a year 0, as XML Schema 1.1 and ISO 8601 do. .NET's own
/// <see cref="DateOnly"/> ends where FEEL does not: its years reach from -999,999,999 to 999,999,999.
/// </summary>
internal readonly record struct FeelDate : IComparable<FeelDate>
{
    public const int MostYears = 999_999_999;

    private const int DaysOf400Years = 146_097;

    // From 0000-03-01, where years that end in February begin, to 1970-01-01.
    private const int DaysBefore1970 = 719_468;

    private FeelDate(int year, int month, int day)
    {
        Year = year;
        Month = (byte)month;
        Day = (byte)day;
    }

    public int Year { get; }

    public byte Month { get; }

    public byte Day { get; }

    /// <summary>Days since 1970-01-01.</summary>
    public long DayNumber
    {
        get
        {
            var year = Month <= 2 ? Year - 1L : Year;
            var cycle = (year >= 0 ? year : year - 399) / 400;
            var yearOfCycle = year - (cycle * 400);
            var dayOfYear = ((153 * (Month + (Month > 2 ? -3 : 9))) + 2) / 5 + Day - 1;
            return (cycle * DaysOf400Years) + (yearOfCycle * 365) + (yearOfCycle / 4) - (yearOfCycle / 100) + dayOfYear - DaysBefore1970;
        }
    }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public int Weekday => (int)((((DayNumber + 3) % 7) + 7) % 7) + 1;

    public int DayOfYear => (int)(DayNumber - new FeelDate(Year, 1, 1).DayNumber) + 1;

    /// <summary>The week by ISO 8601: it belongs to the year that its Thursday is in.</summary>
    public int WeekOfYear
    {
        get
        {
            var thursday = FromDayNumber(DayNumber - Weekday + 4) ?? this;
            return ((thursday.DayOfYear - 1) / 7) + 1;
        }
    }

    public static FeelDate? Create(long year, long month, long day) =>
        Math.Abs(year) <= MostYears && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn(year, (int)month) ? new FeelDate((int)year, (int)month, (int)day) : null;

    public static FeelDate? FromDayNumber(long dayNumber)
    {
        if (Math.Abs(dayNumber) > 366L * (MostYears + 2000L))
        {
            return null;
        }

        var days = dayNumber + DaysBefore1970;
        var cycle = (days >= 0 ? days : days - DaysOf400Years + 1) / DaysOf400Years;
        var dayOfCycle = days - (cycle * DaysOf400Years);
        var yearOfCycle = (dayOfCycle - (dayOfCycle / 1460) + (dayOfCycle / 36_524) - (dayOfCycle / 146_096)) / 365;
        var dayOfYear = dayOfCycle - ((365 * yearOfCycle) + (yearOfCycle / 4) - (yearOfCycle / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        return Create(yearOfCycle + (cycle * 400) + (month <= 2 ? 1 : 0), month, dayOfYear - (((153 * shifted) + 2) / 5) + 1);
    }

    /// <summary>The same day of another month, or that month's last.</summary>
    public FeelDate? AddMonths(long months)
    {
        if (Math.Abs(months) > 24L * MostYears)
        {
            return null;
        }

        var count = (Year * 12L) + Month - 1 + months;
        var year = (count >= 0 ? count : count - 11) / 12;
        var month = (int)(count - (year * 12)) + 1;
        return Math.Abs(year) > MostYears ? null : Create(year, month, Math.Min(Day, DaysIn(year, month)));
    }

    public int CompareTo(FeelDate other) =>
        Year != other.Year ? Year.CompareTo(other.Year) : Month != other.Month ? Month.CompareTo(other.Month) : Day.CompareTo(other.Day);

    private static int DaysIn(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}

using System.Globalization;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Tests.Foundation.Feel.Values;

public sealed class FeelDateTests
{
    [Fact]
    public void DayNumber_DaysThatDotNetKnows_AreTheSame()
    {
        for (var day = new DateOnly(1, 1, 1); day < new DateOnly(9999, 12, 1); day = day.AddDays(13))
        {
            var date = FeelDate.Create(day.Year, day.Month, day.Day)!.Value;
            Assert.Equal(day.DayNumber - new DateOnly(1970, 1, 1).DayNumber, date.DayNumber);
            Assert.Equal(date, FeelDate.FromDayNumber(date.DayNumber));
            Assert.Equal(day.DayOfYear, date.DayOfYear);
            Assert.Equal(((int)day.DayOfWeek + 6) % 7 + 1, date.Weekday);
            Assert.Equal(ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)), date.WeekOfYear);
        }
    }

    [Fact]
    public void FromDayNumber_AcrossAllYears_GoesBackAndForth()
    {
        var random = new Random(3);
        for (var count = 0; count < 20_000; count++)
        {
            var date = FeelDate.Create(random.NextInt64(-FeelDate.MostYears, FeelDate.MostYears + 1L), random.Next(1, 13), random.Next(1, 29))!.Value;
            Assert.Equal(date, FeelDate.FromDayNumber(date.DayNumber));
            Assert.Equal(1, FeelDate.FromDayNumber(date.DayNumber + 1)!.Value.CompareTo(date));
        }
    }

    [Theory]
    [InlineData(0, 2, 29, true)]
    [InlineData(-4, 2, 29, true)]
    [InlineData(-100, 2, 29, false)]
    [InlineData(-400, 2, 29, true)]
    [InlineData(2023, 2, 29, false)]
    [InlineData(2024, 2, 30, false)]
    [InlineData(2024, 4, 31, false)]
    [InlineData(2024, 13, 1, false)]
    [InlineData(2024, 0, 1, false)]
    [InlineData(999_999_999, 12, 31, true)]
    [InlineData(1_000_000_000, 1, 1, false)]
    [InlineData(-1_000_000_000, 1, 1, false)]
    public void Create_OnlyDaysThatThereAre_Exist(long year, int month, int day, bool exists) => Assert.Equal(exists, FeelDate.Create(year, month, day) is not null);

    [Fact]
    public void FromDayNumber_BeyondTheLastYear_IsNone()
    {
        var last = FeelDate.Create(FeelDate.MostYears, 12, 31)!.Value;
        Assert.Null(FeelDate.FromDayNumber(last.DayNumber + 1));
        Assert.Null(FeelDate.FromDayNumber(long.MaxValue));
        Assert.Null(last.AddMonths(1));
        Assert.Null(last.AddMonths(long.MaxValue / 2));
    }
}

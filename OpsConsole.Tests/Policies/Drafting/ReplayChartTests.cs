using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Policies.Replaying;

namespace OpsConsole.Tests.Policies.Drafting;

public sealed class ReplayChartTests
{
    private static readonly DateOnly Monday = new(2026, 8, 31);

    [Fact]
    public void Of_Weeks_KeepsTheirDistanceAndTheirProportion()
    {
        var bars = ReplayChart.Of([new(Monday, 10, 4, 0), new(Monday.AddDays(14), 10, 2, 8)]).Bars;
        Assert.Equal(2, bars.Count);
        Assert.Equal(2 * ReplayChart.Width / 6, bars[1].X - bars[0].X, 1);
        Assert.Equal(bars[0].LooserHeight, bars[1].LooserHeight * 2, 1);
        Assert.Equal(0, bars[0].StricterHeight);
        Assert.All(bars, bar => Assert.True(bar.LooserY >= 0 && ReplayChart.Zero + bar.StricterHeight <= ReplayChart.Height && bar.X + bar.Width <= ReplayChart.Width));
    }

    [Fact]
    public void Of_AYear_StaysInside()
    {
        var bars = ReplayChart.Of([.. Enumerable.Range(0, 53).Select(week => new ReplayWeek(Monday.AddDays(7 * week), 9, week % 3, 5))]).Bars;
        Assert.All(bars, bar => Assert.True(bar.X + bar.Width <= ReplayChart.Width && bar.Width > 1));
    }

    [Fact]
    public void Of_OneAmongMany_IsStillToBeSeen() =>
        Assert.Equal(1, ReplayChart.Of([new(Monday, 1, 1, 0), new(Monday.AddDays(7), 900, 900, 0)]).Bars[0].LooserHeight);

    [Fact]
    public void Of_Nothing_IsEmpty() => Assert.Empty(ReplayChart.Of([]).Bars);
}

using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Policies.Replaying;

/// <summary>One week of the drawing.</summary>
/// <param name="X">The left edge of its bars.</param>
public sealed record ReplayBar(DateOnly Monday, double X, double Width, double LooserY, double LooserHeight, double StricterHeight, int Looser, int Stricter);

/// <summary>Where the bars of a replay stand: looser above the line, stricter below it, each week a pair, weeks without a decision as a space.</summary>
public sealed record ReplayChart(IReadOnlyList<ReplayBar> Bars)
{
    public const double Width = 300;
    public const double Height = 122;

    /// <summary>The line between looser and stricter.</summary>
    public const double Zero = 56;

    private const double Room = 38;
    private const double Below = 48;

    public static ReplayChart Of(IReadOnlyList<ReplayWeek> weeks)
    {
        if (weeks.Count == 0)
        {
            return new ReplayChart([]);
        }

        var first = weeks.Min(week => week.Monday);
        var count = ((weeks.Max(week => week.Monday).DayNumber - first.DayNumber) / 7) + 1;
        var step = Width / Math.Max(count, 6);
        var width = Math.Min(16, step * 0.72);
        var most = Math.Max(1, weeks.Max(week => Math.Max(week.Looser, week.Stricter)));
        return new ReplayChart([.. weeks.OrderBy(week => week.Monday).Select(week => Bar(week, ((week.Monday.DayNumber - first.DayNumber) / 7 * step) + Math.Min(2, (step - width) / 2), width, most))]);
    }

    private static ReplayBar Bar(ReplayWeek week, double left, double width, int most)
    {
        var up = Tall(week.Looser, most, Room);
        return new ReplayBar(week.Monday, Round(left), Round(width), Round(Zero - up), Round(up), Round(Tall(week.Stricter, most, Below)), week.Looser, week.Stricter);
    }

    /// <summary>What happened at all is to be seen: at least one pixel.</summary>
    private static double Tall(int count, int most, double room) => count == 0 ? 0 : Math.Max(1, count * room / most);

    private static double Round(double value) => Math.Round(value, 1);
}

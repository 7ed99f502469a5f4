using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Policies.Cells;

/// <summary>What cells need to know of FEEL's values: their kind, their order within it, and values that lie between.</summary>
internal static class CellValues
{
    /// <summary>How many kinds there are.</summary>
    public const int Kinds = (int)ValueKind.Other + 1;

    public static readonly FeelMembers NoMembers = FeelMembers.Of(new JsonObject());

    private static readonly FeelValue One = Number(1);
    private static readonly FeelValue Two = Number(2);
    private static readonly FeelValue Day = TemporalText.ReadDuration("P1D")!;
    private static readonly FeelValue PartOfSecond = TemporalText.ReadDuration("PT0.4S")!;
    private static readonly FeelValue Month = new FeelValue.Period(1);

    public static ValueKind KindOf(FeelValue value) => value switch
    {
        FeelValue.Null => ValueKind.Null,
        FeelValue.Boolean => ValueKind.Boolean,
        FeelValue.Number => ValueKind.Number,
        FeelValue.Text => ValueKind.Text,
        FeelValue.Date => ValueKind.Date,
        FeelValue.Moment moment => moment.Zone is null ? ValueKind.LocalMoment : ValueKind.ZonedMoment,
        FeelValue.Time time => time.Zone is null ? ValueKind.LocalTime : ValueKind.ZonedTime,
        FeelValue.Duration => ValueKind.Duration,
        FeelValue.Period => ValueKind.Period,
        FeelValue.List => ValueKind.List,
        _ => ValueKind.Other,
    };

    /// <summary>The order of two values of one kind that has one.</summary>
    public static int Order(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Number a, FeelValue.Number b) => a.Value.CompareTo(b.Value),
        (FeelValue.Text a, FeelValue.Text b) => FeelCompare.CompareTexts(a.Value, b.Value),
        (FeelValue.Boolean a, FeelValue.Boolean b) => a.Value.CompareTo(b.Value),
        _ => FeelCompare.Order(new FeelRun(), left, right) ?? 0,
    };

    /// <summary>Some value of a kind; null where a kind has none to show or only such as cells do not tell apart.</summary>
    public static FeelValue? Some(ValueKind kind) => kind switch
    {
        ValueKind.Null => FeelValue.Null.Instance,
        ValueKind.Boolean => FeelValue.Boolean.True,
        ValueKind.Number => One,
        ValueKind.Text => new FeelValue.Text("?"),
        ValueKind.Date => TemporalText.ReadDate("2026-01-01"),
        ValueKind.LocalMoment => TemporalText.ReadMoment("2026-01-01T00:00:00"),
        ValueKind.ZonedMoment => TemporalText.ReadMoment("2026-01-01T00:00:00Z"),
        ValueKind.LocalTime => TemporalText.ReadTime("12:00:00"),
        ValueKind.ZonedTime => TemporalText.ReadTime("12:00:00Z"),
        ValueKind.Duration => Day,
        ValueKind.Period => Month,
        _ => null,
    };

    /// <summary>A value between two of one kind, or beyond one of them where the other is null; null when none was found.</summary>
    public static FeelValue? Between(FeelValue? low, FeelValue? high) =>
        Candidates(low, high).FirstOrDefault(value => value is not null && Lies(value, low, high));

    /// <summary>How far apart two values are, from 0 to 1: of numbers and durations the distance beside the larger of them, a half for what is merely another value.</summary>
    public static double Distance(FeelValue one, FeelValue other) => (one, other) switch
    {
        (FeelValue.Number a, FeelValue.Number b) => Relative(a.Value.ToDouble(), b.Value.ToDouble()),
        (FeelValue.Duration a, FeelValue.Duration b) => Relative(Days(a), Days(b)),
        (FeelValue.Period a, FeelValue.Period b) => Relative(a.Months, b.Months),
        (FeelValue.Date a, FeelValue.Date b) => Relative(0, (a.Value.DayNumber - b.Value.DayNumber) / 365.0),
        _ => KindOf(one) == KindOf(other) ? 0.5 : 1,
    };

    private static double Days(FeelValue.Duration duration) => (double)duration.Nanos / 86_400e9;

    /// <summary>
    /// Values a moment before and after one whose equality is coarser than its order: times are equal within a second (DMN 1.5, table 53). A
    /// cell that asks for equality says there what it does not say further on.
    /// </summary>
    public static IEnumerable<FeelValue> Beside(FeelValue value) => value is FeelValue.Time or FeelValue.Moment
        ? new[] { Apply("-", value, PartOfSecond), Apply("+", value, PartOfSecond) }.OfType<FeelValue>()
        : [];

    private static double Relative(double one, double other) => Math.Min(1, Math.Abs(one - other) / Math.Max(1, Math.Max(Math.Abs(one), Math.Abs(other))));

    private static bool Lies(FeelValue value, FeelValue? low, FeelValue? high) =>
        KindOf(value) == KindOf((low ?? high)!) && (low is null || Order(value, low) > 0) && (high is null || Order(value, high) < 0);

    private static IEnumerable<FeelValue?> Candidates(FeelValue? low, FeelValue? high)
    {
        if ((low ?? high) is FeelValue.Text)
        {
            return Texts((low as FeelValue.Text)?.Value, (high as FeelValue.Text)?.Value);
        }

        return (low, high) switch
        {
            (null, { } end) => [Apply("-", end, One), Apply("-", end, Day), Apply("-", end, Month), Apply("-", end, Apply("/", Day, Number(86_400)))],
            ({ } start, null) => [Apply("+", start, One), Apply("+", start, Day), Apply("+", start, Month), Apply("+", start, Apply("/", Day, Number(86_400)))],
            ({ } start, { } end) => [Middle(start, end), Apply("+", start, Day)],
            _ => [],
        };
    }

    private static FeelValue? Middle(FeelValue low, FeelValue high) =>
        low is FeelValue.Period { Months: var from } && high is FeelValue.Period { Months: var until } ? new FeelValue.Period(from + ((until - from) / 2))
        : Apply("-", high, low) is { } distance ? Apply("+", low, Apply("/", distance, Two))
        : null;

    private static IEnumerable<FeelValue?> Texts(string? low, string? high)
    {
        yield return new FeelValue.Text("something else");
        yield return new FeelValue.Text((low ?? "") + " ");
        yield return new FeelValue.Text((low ?? "") + "\u0001");
        yield return new FeelValue.Text((low ?? "") + "\0");
        yield return low is null && high is not "" ? new FeelValue.Text("") : null;
    }

    private static FeelValue? Apply(string operation, FeelValue left, FeelValue? right) =>
        right is not null && FeelArithmetic.Apply(new FeelRun(), operation, left, right) is var result and not FeelValue.Null ? result : null;

    private static FeelValue.Number Number(int value) => new(value);
}

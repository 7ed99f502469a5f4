namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>Dates, times and durations added, subtracted, multiplied and divided (DMN 1.5, tables 56 to 58).</summary>
internal static class TemporalArithmetic
{
    /// <summary>Null when the types do not go together.</summary>
    public static FeelValue? Apply(FeelRun run, string operation, FeelValue left, FeelValue right) => operation switch
    {
        "+" => Add(run, left, right) ?? Add(run, right, left),
        "-" => Difference(left, right) is { } difference ? InRange(run, operation, FeelValue.Duration.Of(difference))
            : right is FeelValue.Duration or FeelValue.Period ? Add(run, left, FeelArithmetic.Negate(run, right)) : null,
        "*" => Scale(run, operation, left, right) ?? Scale(run, operation, right, left),
        "/" => Scale(run, operation, left, right) ?? Ratio(run, left, right),
        _ => null,
    };

    private static FeelValue? Add(FeelRun run, FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Duration a, FeelValue.Duration b) => InRange(run, "+", FeelValue.Duration.Of(a.Nanos + b.Nanos)),
        (FeelValue.Period a, FeelValue.Period b) => InRange(run, "+", FeelValue.Period.Of((Int128)a.Months + b.Months)),
        (FeelValue.Moment a, FeelValue.Duration b) => InRange(run, "+", Later(a, b.Nanos)),
        (FeelValue.Moment a, FeelValue.Period b) => InRange(run, "+", a.Local.Date.AddMonths(b.Months) is { } date ? a with { Local = a.Local with { Date = date } } : null),
        (FeelValue.Date a, FeelValue.Duration b) => InRange(run, "+", FeelMoment.FromNanos(a.Nanos + b.Nanos) is { } moment ? new FeelValue.Date(moment.Date) : null),
        (FeelValue.Date a, FeelValue.Period b) => InRange(run, "+", a.Value.AddMonths(b.Months) is { } date ? new FeelValue.Date(date) : null),
        (FeelValue.Time a, FeelValue.Duration b) => a with { Clock = Turned(a.Clock, b.Nanos) },
        _ => null,
    };

    /// <summary>What lies between two. A date is its midnight in UTC, so that it goes only with times that have a zone.</summary>
    private static Int128? Difference(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Moment a, FeelValue.Moment b) when a.Zone is null == b.Zone is null => a.Utc - b.Utc,
        (FeelValue.Date a, FeelValue.Date b) => a.Nanos - b.Nanos,
        (FeelValue.Date a, FeelValue.Moment { Zone: not null } b) => a.Nanos - b.Utc,
        (FeelValue.Moment { Zone: not null } a, FeelValue.Date b) => a.Utc - b.Nanos,
        (FeelValue.Time a, FeelValue.Time b) when a.Zone is null == b.Zone is null => a.Utc - b.Utc,
        (FeelValue.Duration a, FeelValue.Duration b) => a.Nanos - b.Nanos,
        _ => null,
    };

    /// <summary>On the time line, as clocks may be changed in between; then as the clock at that place shows it.</summary>
    private static FeelValue.Moment? Later(FeelValue.Moment moment, Int128 nanos)
    {
        if (moment.Zone?.Place is null)
        {
            return FeelMoment.FromNanos(moment.Local.Nanos + nanos) is { } plain ? moment with { Local = plain } : null;
        }

        if (FeelMoment.FromNanos(moment.Utc + nanos) is not { } utc)
        {
            return null;
        }

        var offset = moment.Zone.OffsetAtUtc(utc.Date, utc.Clock.Nanos);
        return FeelMoment.FromNanos(utc.Nanos + ((Int128)offset * FeelClock.Second)) is { } local ? moment with { Local = local } : null;
    }

    private static FeelClock Turned(FeelClock clock, Int128 nanos)
    {
        var turned = (long)((clock.Nanos + nanos) % FeelClock.Day);
        return new FeelClock(turned < 0 ? turned + FeelClock.Day : turned);
    }

    /// <summary>A duration times or through a number, without what is less than a nanosecond or a month.</summary>
    private static FeelValue? Scale(FeelRun run, string operation, FeelValue left, FeelValue right)
    {
        if (left is not (FeelValue.Duration or FeelValue.Period) || right is not FeelValue.Number { Value: var factor })
        {
            return null;
        }

        if (operation == "/" && factor.IsZero)
        {
            return run.Problem("division by zero");
        }

        var size = Number(left);
        var scaled = (operation == "*" ? FeelNumber.Multiply(size, factor) : FeelNumber.Divide(size, factor))?.Round(0, FeelRounding.Down);
        return InRange(run, operation, scaled is not { } whole || whole.Abs() > Number(new FeelValue.Duration(FeelValue.Duration.Most)) ? null
            : left is FeelValue.Duration ? FeelValue.Duration.Of(Whole(whole)) : FeelValue.Period.Of(Whole(whole)));
    }

    private static FeelValue? Ratio(FeelRun run, FeelValue left, FeelValue right)
    {
        if (left.TypeName != right.TypeName || left is not (FeelValue.Duration or FeelValue.Period))
        {
            return null;
        }

        var divisor = Number(right);
        return divisor.IsZero ? run.Problem("division by zero") : InRange(run, "/", FeelNumber.Divide(Number(left), divisor) is { } ratio ? new FeelValue.Number(ratio) : null);
    }

    private static FeelNumber Number(FeelValue duration) =>
        duration is FeelValue.Duration { Nanos: var nanos } ? FeelNumber.FromInteger(nanos)!.Value : ((FeelValue.Period)duration).Months;

    private static Int128 Whole(FeelNumber number) => number.IsZero ? 0 : (Int128)number.SignedCoefficient() * (Int128)FeelNumber.PowerOfTen(number.Exponent);

    private static FeelValue InRange(FeelRun run, string operation, FeelValue? result) => result ?? run.Problem($"the result of {operation} is out of range");
}

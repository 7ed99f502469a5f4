namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// <c>+ - * / **</c> over numbers, texts, dates, times and durations (DMN 1.5, tables 55 to 58). Null with anything is null; types that
/// do not go together, a division by zero and a result out of range are problems.
/// </summary>
internal static class FeelArithmetic
{
    public static FeelValue Apply(FeelRun run, string operation, FeelValue left, FeelValue right)
    {
        if (left is FeelValue.Null || right is FeelValue.Null)
        {
            return FeelValue.Null.Instance;
        }

        try
        {
            var result = operation switch
            {
                "+" => Add(left, right) ?? Add(right, left),
                "-" => Subtract(left, right),
                "*" => Multiply(left, right) ?? Multiply(right, left),
                "/" => Divide(left, right),
                _ => Power(left, right),
            };
            return result is null ? run.Problem($"cannot calculate {left.TypeName} {operation} {right.TypeName}") : run.Bounded(result);
        }
        catch (Exception failure) when (failure is OverflowException or ArgumentOutOfRangeException)
        {
            return run.Problem($"the result of {operation} is out of range");
        }
        catch (DivideByZeroException)
        {
            return run.Problem("division by zero");
        }
    }

    public static FeelValue Negate(FeelRun run, FeelValue value) => value switch
    {
        FeelValue.Null => value,
        FeelValue.Number number => new FeelValue.Number(-number.Value),
        FeelValue.Duration duration => new FeelValue.Duration(-duration.Value),
        FeelValue.Period period => new FeelValue.Period(-period.Months),
        _ => run.Problem($"cannot negate a {value.TypeName}"),
    };

    private static FeelValue? Add(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Number a, FeelValue.Number b) => new FeelValue.Number(a.Value + b.Value),
        (FeelValue.Text a, FeelValue.Text b) => new FeelValue.Text(a.Value + b.Value),
        (FeelValue.Duration a, FeelValue.Duration b) => new FeelValue.Duration(a.Value + b.Value),
        (FeelValue.Period a, FeelValue.Period b) => new FeelValue.Period(checked(a.Months + b.Months)),
        (FeelValue.Moment a, FeelValue.Duration b) => a with { Local = a.Local + b.Value },
        (FeelValue.Moment a, FeelValue.Period b) => a with { Local = a.Local.AddMonths(b.Months) },
        (FeelValue.Date a, FeelValue.Duration b) => new FeelValue.Date(DateOnly.FromDateTime(a.Value.ToDateTime(TimeOnly.MinValue) + b.Value)),
        (FeelValue.Date a, FeelValue.Period b) => new FeelValue.Date(a.Value.AddMonths(b.Months)),
        (FeelValue.Time a, FeelValue.Duration b) => a with { Value = a.Value.Add(b.Value) },
        _ => null,
    };

    private static FeelValue? Subtract(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Number a, FeelValue.Number b) => new FeelValue.Number(a.Value - b.Value),
        (FeelValue.Moment a, FeelValue.Moment b) when a.Zone is null == b.Zone is null => new FeelValue.Duration(a.Utc - b.Utc),
        (FeelValue.Date a, FeelValue.Date b) => new FeelValue.Duration(Midnight(a) - Midnight(b)),
        (FeelValue.Date a, FeelValue.Moment b) => new FeelValue.Duration(Midnight(a) - b.Utc),
        (FeelValue.Moment a, FeelValue.Date b) => new FeelValue.Duration(a.Utc - Midnight(b)),
        (FeelValue.Time a, FeelValue.Time b) when a.Zone is null == b.Zone is null => new FeelValue.Duration(a.Value.ToTimeSpan() - b.Value.ToTimeSpan()),
        (_, FeelValue.Duration b) => Add(left, new FeelValue.Duration(-b.Value)),
        (_, FeelValue.Period b) => Add(left, new FeelValue.Period(checked(-b.Months))),
        _ => null,
    };

    private static FeelValue? Multiply(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Number a, FeelValue.Number b) => new FeelValue.Number(a.Value * b.Value),
        (FeelValue.Duration a, FeelValue.Number b) => new FeelValue.Duration(TimeSpan.FromTicks((long)(a.Value.Ticks * b.Value))),
        (FeelValue.Period a, FeelValue.Number b) => new FeelValue.Period((int)(a.Months * b.Value)),
        _ => null,
    };

    private static FeelValue? Divide(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Number a, FeelValue.Number b) => new FeelValue.Number(a.Value / b.Value),
        (FeelValue.Duration a, FeelValue.Number b) => new FeelValue.Duration(TimeSpan.FromTicks((long)(a.Value.Ticks / b.Value))),
        (FeelValue.Duration a, FeelValue.Duration b) => new FeelValue.Number((decimal)a.Value.Ticks / b.Value.Ticks),
        (FeelValue.Period a, FeelValue.Number b) => new FeelValue.Period((int)(a.Months / b.Value)),
        (FeelValue.Period a, FeelValue.Period b) => new FeelValue.Number((decimal)a.Months / b.Months),
        _ => null,
    };

    private static FeelValue.Number? Power(FeelValue left, FeelValue right)
    {
        if ((left, right) is not (FeelValue.Number { Value: var number }, FeelValue.Number { Value: var exponent }))
        {
            return null;
        }

        if (decimal.Truncate(exponent) != exponent || Math.Abs(exponent) > 1_000)
        {
            return new FeelValue.Number((decimal)Math.Pow((double)number, (double)exponent));
        }

        var result = 1m;
        for (var count = Math.Abs(exponent); count > 0; count--)
        {
            result *= number;
        }

        return new FeelValue.Number(exponent < 0 ? 1 / result : result);
    }

    private static DateTime Midnight(FeelValue.Date date) => date.Value.ToDateTime(TimeOnly.MinValue);
}

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// <c>+ - * / **</c> over numbers, texts, dates, times and durations (DMN 1.5, tables 55 to 58). Null with anything is null; types that
/// do not go together, a division by zero and a result out of range are problems.
/// </summary>
internal static class FeelArithmetic
{
    // What a power costs, counted as an evaluation counts its work.
    private const int PowerSteps = 20;

    public static FeelValue Apply(FeelRun run, string operation, FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Number a, FeelValue.Number b) => OfNumbers(run, operation, a.Value, b.Value),
        (FeelValue.Null, _) or (_, FeelValue.Null) => FeelValue.Null.Instance,
        (FeelValue.Text a, FeelValue.Text b) when operation == "+" => run.Bounded(new FeelValue.Text(a.Value + b.Value)),
        _ => TemporalArithmetic.Apply(run, operation, left, right) ?? run.Problem($"cannot calculate {left.TypeName} {operation} {right.TypeName}"),
    };

    public static FeelValue Negate(FeelRun run, FeelValue value) => value switch
    {
        FeelValue.Null => value,
        FeelValue.Number number => new FeelValue.Number(-number.Value),
        FeelValue.Duration duration => new FeelValue.Duration(-duration.Nanos),
        FeelValue.Period period => new FeelValue.Period(-period.Months),
        _ => run.Problem($"cannot negate a {value.TypeName}"),
    };

    private static FeelValue OfNumbers(FeelRun run, string operation, FeelNumber left, FeelNumber right)
    {
        var result = operation switch
        {
            "+" => FeelNumber.Add(left, right),
            "-" => FeelNumber.Subtract(left, right),
            "*" => FeelNumber.Multiply(left, right),
            "/" => FeelNumber.Divide(left, right),
            _ => run.Step(PowerSteps) ? FeelNumber.Power(left, right) : null,
        };
        return result is { } number ? new FeelValue.Number(number)
            : (operation == "/" && right.IsZero) || (operation == "**" && left.IsZero) ? run.Problem("division by zero")
            : operation == "**" && left.IsNegative && !right.IsInteger ? run.Problem("a negative number has no such power")
            : run.Problem($"the result of {operation} is out of range");
    }
}

using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Numbers (DMN 1.5, 10.3.4.5).</summary>
internal static class NumberFunctions
{
    private const int LeastScale = -FeelNumber.GreatestExponent;
    private const int GreatestScale = -FeelNumber.LeastExponent;

    // What a root or logarithm costs, counted as an evaluation counts its work.
    private const int Steps = 20;

    public static readonly FeelValue.Function[] All =
    [
        Define("abs", "n", Abs),
        Define("floor", "n | n, scale", call => Round(call, FeelRounding.Floor)),
        Define("ceiling", "n | n, scale", call => Round(call, FeelRounding.Ceiling)),
        Define("decimal", "n, scale", call => Round(call, FeelRounding.HalfEven)),
        Define("round up", "n, scale", call => Round(call, FeelRounding.Up)),
        Define("round down", "n, scale", call => Round(call, FeelRounding.Down)),
        Define("round half up", "n, scale", call => Round(call, FeelRounding.HalfUp)),
        Define("round half down", "n, scale", call => Round(call, FeelRounding.HalfDown)),
        Define("modulo", "dividend, divisor", Modulo),
        Define("sqrt", "number", call => Real(call, number => number.Sqrt(), "wants a number that is not negative")),
        Define("log", "number", call => Real(call, number => number.Log(), "wants a number above zero")),
        Define("exp", "number", call => Real(call, number => number.Exp(), "gives a number that is out of range")),
        Define("odd", "number", call => call.Number(0) is { } number ? FeelValue.Boolean.Of(FeelNumber.IsOdd(number)) : null),
        Define("even", "number", call => call.Number(0) is { } number ? FeelValue.Boolean.Of(number.IsInteger && !FeelNumber.IsOdd(number)) : null),
    ];

    private static FeelValue? Abs(BuiltInArguments call) => call.Single(0) switch
    {
        FeelValue.Duration duration => new FeelValue.Duration(Int128.Abs(duration.Nanos)),
        FeelValue.Period period => new FeelValue.Period(Math.Abs(period.Months)),
        _ => call.Number(0) is { } number ? new FeelValue.Number(number.Abs()) : null,
    };

    /// <summary>A negative scale rounds before the point: <c>round down(1234, -2)</c> is 1200.</summary>
    private static FeelValue? Round(BuiltInArguments call, FeelRounding rounding)
    {
        if (call.Number(0) is not { } number || (call.Count > 1 ? call.Whole(1) : 0) is not { } scale)
        {
            return null;
        }

        return scale is >= LeastScale and <= GreatestScale
            ? call.InRange(number.Round(scale, rounding))
            : call.Problem($"wants a scale between {LeastScale} and {GreatestScale}");
    }

    private static FeelValue? Modulo(BuiltInArguments call)
    {
        if (call.Number(0) is not { } dividend || call.Number(1) is not { } divisor)
        {
            return null;
        }

        return divisor.IsZero ? call.Problem("divides by zero") : call.InRange(FeelNumber.Modulo(dividend, divisor));
    }

    private static FeelValue? Real(BuiltInArguments call, Func<FeelNumber, FeelNumber?> apply, string otherwise)
    {
        if (call.Number(0) is not { } number || !call.Run.Step(Steps))
        {
            return null;
        }

        return apply(number) is { } result ? new FeelValue.Number(result) : call.Problem(otherwise);
    }
}

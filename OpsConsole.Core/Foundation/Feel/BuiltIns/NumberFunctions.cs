using OpsConsole.Core.Foundation.Feel.Values;
using static OpsConsole.Core.Foundation.Feel.BuiltIns.BuiltInFunctions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns;

/// <summary>Numbers (DMN 1.5, 10.3.4.5).</summary>
internal static class NumberFunctions
{
    private const int MostDecimals = 28;

    public static readonly FeelValue.Function[] All =
    [
        Define("abs", "n", call => call[0] switch
        {
            FeelValue.Duration duration => new FeelValue.Duration(duration.Value.Duration()),
            FeelValue.Period period => new FeelValue.Period(Math.Abs(period.Months)),
            _ => Number(call.Number(0), Math.Abs),
        }),
        Define("floor", "n, scale?", call => Scale(call, MidpointRounding.ToNegativeInfinity)),
        Define("ceiling", "n, scale?", call => Scale(call, MidpointRounding.ToPositiveInfinity)),
        Define("decimal", "n, scale", call => Scale(call, MidpointRounding.ToEven)),
        Define("round up", "n, scale", call => Number(call.Number(0), number => Math.Sign(number) * Round(Math.Abs(number), call.Number(1), MidpointRounding.ToPositiveInfinity))),
        Define("round down", "n, scale", call => Scale(call, MidpointRounding.ToZero)),
        Define("round half up", "n, scale", call => Scale(call, MidpointRounding.AwayFromZero)),
        Define("round half down", "n, scale", call => Number(call.Number(0), number => HalfDown(number, call.Number(1)))),
        Define("modulo", "dividend, divisor", Modulo),
        Define("sqrt", "number", call => Real(call, Math.Sqrt)),
        Define("log", "number", call => Real(call, Math.Log)),
        Define("exp", "number", call => Real(call, Math.Exp)),
        Define("odd", "number", call => call.Number(0) is { } number ? FeelValue.Boolean.Of(Math.Abs(number % 2) == 1) : null),
        Define("even", "number", call => call.Number(0) is { } number ? FeelValue.Boolean.Of(number % 2 == 0) : null),
    ];

    private static FeelValue.Number? Number(decimal? number, Func<decimal, decimal> apply) => number is { } known ? new FeelValue.Number(apply(known)) : null;

    private static FeelValue? Scale(BuiltInArguments call, MidpointRounding rounding)
    {
        if (call.Number(1) is { } scale && (scale > MostDecimals || scale < -MostDecimals))
        {
            return call.Problem($"wants a scale between -{MostDecimals} and {MostDecimals}");
        }

        return Number(call.Number(0), number => Round(number, call.Number(1), rounding));
    }

    /// <summary>A negative scale rounds before the point: <c>round down(1234, -2)</c> is 1200.</summary>
    private static decimal Round(decimal number, decimal? scale, MidpointRounding rounding)
    {
        var digits = (int)Math.Clamp(scale ?? 0, -MostDecimals, MostDecimals);
        if (digits >= 0)
        {
            return Math.Round(number, digits, rounding);
        }

        var unit = Enumerable.Repeat(10m, -digits).Aggregate(1m, (product, ten) => product * ten);
        return Math.Round(number / unit, rounding) * unit;
    }

    private static decimal HalfDown(decimal number, decimal? scale)
    {
        var up = Round(number, scale, MidpointRounding.AwayFromZero);
        var down = Round(number, scale, MidpointRounding.ToZero);
        return Math.Abs(up - number) < Math.Abs(number - down) ? up : down;
    }

    /// <summary>The remainder has the sign of the divisor.</summary>
    private static FeelValue? Modulo(BuiltInArguments call)
    {
        if (call.Number(0) is not { } dividend || call.Number(1) is not { } divisor)
        {
            return null;
        }

        return divisor == 0 ? call.Problem("by zero") : new FeelValue.Number(dividend - divisor * Math.Floor(dividend / divisor));
    }

    private static FeelValue? Real(BuiltInArguments call, Func<double, double> apply)
    {
        if (call.Number(0) is not { } number)
        {
            return null;
        }

        var result = apply((double)number);
        return double.IsFinite(result) && Math.Abs(result) < (double)decimal.MaxValue ? new FeelValue.Number((decimal)result) : call.Problem($"has no value at {number}");
    }
}

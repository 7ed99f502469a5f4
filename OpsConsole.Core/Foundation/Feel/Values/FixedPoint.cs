using System.Numerics;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>Exponentials and logarithms of numbers with <see cref="Bits"/> binary places, nearly three times what 34 digits need.</summary>
internal static class FixedPoint
{
    public const int Bits = 320;

    // Halving the argument so often, and squaring the result again, makes the series short.
    private const int Halvings = 10;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Log2 = 2 * ArcTanh(One / 3);
    private static readonly BigInteger Log10 = (3 * Log2) + (2 * ArcTanh(One / 9));

    public static BigInteger Whole(int value) => (BigInteger)value << Bits;

    public static BigInteger From(BigInteger coefficient, int exponent) => Scale(coefficient << Bits, exponent);

    /// <summary>Times ten to the power of <paramref name="exponent"/>.</summary>
    public static BigInteger Scale(BigInteger value, int exponent) =>
        exponent >= 0 ? value * BigInteger.Pow(10, exponent) : value / BigInteger.Pow(10, -exponent);

    /// <summary>e to the power of <paramref name="value"/>, as a value and a power of two to multiply it with.</summary>
    public static (BigInteger Value, int Power) Exp(BigInteger value)
    {
        var twos = Floor(value, Log2);
        var rest = (value - (twos * Log2)) >> Halvings;
        var term = One;
        var sum = One;
        for (var index = 1; !term.IsZero; index++)
        {
            term = ((term * rest) >> Bits) / index;
            sum += term;
        }

        for (var count = 0; count < Halvings; count++)
        {
            sum = (sum * sum) >> Bits;
        }

        return (sum, (int)twos - Bits);
    }

    /// <summary>The natural logarithm of <paramref name="coefficient"/> times ten to the power of <paramref name="exponent"/>.</summary>
    public static BigInteger Log(UInt128 coefficient, int exponent)
    {
        var bits = 128 - (int)UInt128.LeadingZeroCount(coefficient);
        var mantissa = (BigInteger)coefficient << (Bits - bits);

        // Between 3/4 and 3/2, where the series is short and a number near one loses no digits.
        if (mantissa < (One * 3) >> 2)
        {
            mantissa <<= 1;
            bits--;
        }

        return (2 * ArcTanh(((mantissa - One) << Bits) / (mantissa + One))) + (bits * Log2) + (exponent * Log10);
    }

    private static BigInteger ArcTanh(BigInteger value)
    {
        var square = (value * value) >> Bits;
        var power = value;
        var sum = value;
        for (var index = 3; !power.IsZero && power != BigInteger.MinusOne; index += 2)
        {
            power = (power * square) >> Bits;
            sum += power / index;
        }

        return sum;
    }

    private static BigInteger Floor(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }
}

using System.Numerics;

namespace OpsConsole.Core.Foundation.Feel.Values;

// Coefficients of up to 19 digits, which is nearly all there are, are calculated with in 128 bits; longer ones with BigInteger, which allocates.
internal readonly partial struct FeelNumber
{
    // Beyond this many digits the smaller summand only says on which side of a tie the sum lies.
    private const int FarApart = 100;

    public static FeelNumber? Add(FeelNumber left, FeelNumber right)
    {
        if (left._exponent < right._exponent)
        {
            (left, right) = (right, left);
        }

        var difference = left._exponent - right._exponent;
        if (left._high == 0 && difference <= 18)
        {
            return Sum(left._negative, left._low * PowerOfTen(difference), right._negative, right.Coefficient, right._exponent);
        }

        if (left.IsZero)
        {
            return right;
        }

        if (difference > FarApart)
        {
            right = right.IsZero ? right : new FeelNumber(right._negative, 1, left._exponent - FarApart);
            difference = FarApart;
        }

        var sum = (left.SignedCoefficient() * BigInteger.Pow(10, difference)) + right.SignedCoefficient();
        return Rounded(sum.Sign < 0, BigInteger.Abs(sum), left._exponent - difference, inexact: false);
    }

    public static FeelNumber? Subtract(FeelNumber left, FeelNumber right) => Add(left, -right);

    public static FeelNumber? Multiply(FeelNumber left, FeelNumber right)
    {
        var negative = left._negative != right._negative;
        var exponent = (long)left._exponent + right._exponent;
        return (left._high | right._high) == 0
            ? Rounded(negative, (UInt128)left._low * right._low, exponent)
            : Rounded(negative, (BigInteger)left.Coefficient * right.Coefficient, exponent, inexact: false);
    }

    /// <summary>Null when it is too large, or <paramref name="right"/> is zero.</summary>
    public static FeelNumber? Divide(FeelNumber left, FeelNumber right)
    {
        if (right.IsZero)
        {
            return null;
        }

        var negative = left._negative != right._negative;
        var exponent = left._exponent - right._exponent;
        return left.IsZero ? Rounded(false, UInt128.Zero, exponent)
            : right._high == 0 ? DivideShort(negative, left.Coefficient, right._low, exponent)
            : DivideLong(negative, left.Coefficient, right.Coefficient, exponent);
    }

    /// <summary>What is left when the divisor was taken off as often as it goes; it has the divisor's sign. Exact, whatever the sizes.</summary>
    public static FeelNumber? Modulo(FeelNumber dividend, FeelNumber divisor)
    {
        if (divisor.IsZero)
        {
            return null;
        }

        var exponent = Math.Min(dividend._exponent, divisor._exponent);
        BigInteger size = divisor.Coefficient;
        BigInteger rest = dividend.Coefficient;
        if (divisor._exponent > exponent)
        {
            // A divisor that much larger takes nothing off; the power need not be exact then.
            size *= BigInteger.Pow(10, Math.Min(divisor._exponent - exponent, FarApart));
            rest %= size;
        }
        else
        {
            rest = rest * BigInteger.ModPow(10, dividend._exponent - exponent, size) % size;
        }

        var result = Rounded(dividend._negative, rest, exponent, inexact: false);
        return result is { IsZero: false } some && dividend._negative != divisor._negative ? Add(some, divisor) : result;
    }

    /// <summary>With that many digits after the point, or, when negative, zeros before it.</summary>
    public FeelNumber? Round(int scale, FeelRounding rounding)
    {
        var drop = -scale - _exponent;
        return drop <= 0 ? this : Rounded(_negative, Divided(Coefficient, drop, inexact: false, rounding, _negative), -scale);
    }

    internal BigInteger SignedCoefficient() => _negative ? -(BigInteger)Coefficient : Coefficient;

    private static FeelNumber? Sum(bool leftNegative, UInt128 left, bool rightNegative, UInt128 right, int exponent) =>
        leftNegative == rightNegative ? Rounded(leftNegative, left + right, exponent)
        : left >= right ? Rounded(leftNegative, left - right, exponent)
        : Rounded(rightNegative, right - left, exponent);

    /// <summary>Long division, some digits at a time: few first, as most quotients of amounts end soon.</summary>
    private static FeelNumber? DivideShort(bool negative, UInt128 dividend, ulong divisor, int exponent)
    {
        var ideal = exponent;
        var (quotient, rest) = dividend <= ulong.MaxValue ? Split((ulong)dividend, divisor) : UInt128.DivRem(dividend, divisor);
        for (var digits = 4; rest != 0 && quotient < TooLarge; digits = 19)
        {
            digits = quotient == 0 ? digits : Math.Min(digits, 37 - Digits(quotient));
            var power = PowerOfTen(digits);
            var (next, left) = UInt128.DivRem(rest * power, divisor);
            quotient = (quotient * power) + next;
            rest = left;
            exponent -= digits;
        }

        if (rest == 0)
        {
            (quotient, exponent) = WithoutTrailingZeros(quotient, exponent, ideal);
        }

        return Rounded(negative, quotient, exponent, rest != 0);
    }

    private static (UInt128 Quotient, UInt128 Remainder) Split(ulong dividend, ulong divisor) => (dividend / divisor, dividend % divisor);

    private static FeelNumber? DivideLong(bool negative, UInt128 dividend, UInt128 divisor, int exponent)
    {
        var more = Math.Max(0, Precision + 2 + Digits(divisor) - Digits(dividend));
        var quotient = BigInteger.DivRem(dividend * BigInteger.Pow(10, more), divisor, out var rest);
        var result = Rounded(negative, quotient, (long)exponent - more, !rest.IsZero);
        if (!rest.IsZero || result is not { } exact)
        {
            return result;
        }

        var (coefficient, shorter) = WithoutTrailingZeros(exact.Coefficient, exact._exponent, Math.Clamp(exponent, LeastExponent, GreatestExponent));
        return new FeelNumber(negative, coefficient, shorter);
    }
}

using System.Numerics;

namespace OpsConsole.Core.Foundation.Feel.Values;

// Roots, powers and logarithms, right to the last of the 34 digits: double has but 16 of them.
internal readonly partial struct FeelNumber
{
    // Beyond this exponent a power is left to logarithms; it is only within range when the base is close to one.
    private const int MostMultiplications = 1_000_000;

    // The logarithm of the largest number is 14150, that of the smallest -14220.
    private const int GreatestLogarithm = 14_300;

    // A power is multiplied up with so many bits that its last digit is right.
    private const int WorkingBits = 256;

    /// <summary>Null when it is negative.</summary>
    public FeelNumber? Sqrt()
    {
        if (_negative)
        {
            return null;
        }

        if (IsZero)
        {
            return this;
        }

        // An even exponent with at least 70 digits before it gives 35 digits of the root.
        var shift = 72 + (_exponent & 1);
        var square = (BigInteger)Coefficient * BigInteger.Pow(10, shift);
        var root = SquareRoot(square);
        var inexact = root * root != square;
        var result = Rounded(false, root, (_exponent - shift) / 2, inexact);
        return inexact || result is not { } exact ? result : exact.Shortened();
    }

    /// <summary>e to the power of it; null when that is too large.</summary>
    public FeelNumber? Exp()
    {
        if (IsZero || Digits(Coefficient) + _exponent < -Precision - 1)
        {
            return One;
        }

        return CompareSize(GreatestLogarithm) > 0 ? Extreme(_negative) : FromBinary(FixedPoint.Exp(FixedPoint.From(SignedCoefficient(), _exponent)));
    }

    /// <summary>The natural logarithm; null unless it is above zero.</summary>
    public FeelNumber? Log() => Sign > 0 ? FromBinary((NaturalLogarithm(), -FixedPoint.Bits)) : null;

    /// <summary>Null when it is too large or no real number.</summary>
    public static FeelNumber? Power(FeelNumber number, FeelNumber exponent)
    {
        if (exponent.IsZero)
        {
            return One;
        }

        if (number.IsZero)
        {
            return exponent._negative ? null : Zero;
        }

        var whole = exponent.IsInteger;
        if (whole && exponent.CompareSize(MostMultiplications) <= 0)
        {
            return PowerOf(number, (int)exponent.Clamped());
        }

        return number._negative && !whole ? null
            : PowerByLogarithm(number.Abs(), exponent) is { } size ? number._negative && IsOdd(exponent) ? -size : size
            : null;
    }

    /// <summary>Whether it is a whole number that two does not divide.</summary>
    public static bool IsOdd(FeelNumber number) =>
        number.IsInteger && Modulo(number, 2) is { IsZero: false };

    /// <summary>Without trailing zeros, so that that of 1.00 is exactly nothing.</summary>
    private BigInteger NaturalLogarithm()
    {
        var (coefficient, exponent) = WithoutTrailingZeros(Coefficient, _exponent, GreatestExponent + Precision);
        return FixedPoint.Log(coefficient, exponent);
    }

    private FeelNumber Shortened()
    {
        var (coefficient, exponent) = WithoutTrailingZeros(Coefficient, _exponent, 0);
        return new FeelNumber(_negative, coefficient, exponent);
    }

    private static FeelNumber? Extreme(bool small) => small ? Zero : null;

    private static FeelNumber? PowerOf(FeelNumber number, int exponent)
    {
        var negative = number._negative && (exponent & 1) != 0;
        BigInteger result = 1, factor = number.Coefficient;
        long shift = 0, factorShift = 0;
        var inexact = false;
        for (var left = Math.Abs(exponent); left > 0; left >>= 1)
        {
            if ((left & 1) != 0)
            {
                (result, shift, inexact) = Cut(result * factor, shift + factorShift, inexact);
            }

            if (left > 1)
            {
                (factor, factorShift, inexact) = Cut(factor * factor, factorShift * 2, inexact);
            }
        }

        var power = (long)number._exponent * exponent;
        if (exponent > 0)
        {
            return Rounded(negative, result, shift + power, inexact);
        }

        var quotient = BigInteger.DivRem(BigInteger.Pow(10, 120), result, out var rest);
        var size = Rounded(negative, quotient, power - 120 - shift, inexact || !rest.IsZero);
        return inexact || !rest.IsZero ? size : size?.Shortened();
    }

    /// <summary>Keeps the leading digits; the second value says how many decimal digits were cut off.</summary>
    private static (BigInteger Value, long Shift, bool Inexact) Cut(BigInteger value, long shift, bool inexact)
    {
        var drop = (int)((value.GetBitLength() - WorkingBits) * 0.30103);
        if (drop <= 0)
        {
            return (value, shift, inexact);
        }

        var quotient = BigInteger.DivRem(value, BigInteger.Pow(10, drop), out var rest);
        return (quotient, shift + drop, inexact || !rest.IsZero);
    }

    private static FeelNumber? PowerByLogarithm(FeelNumber number, FeelNumber exponent)
    {
        var log = number.NaturalLogarithm();
        if (log.IsZero)
        {
            return One;
        }

        var size = (BigInteger.Abs(log).GetBitLength() - FixedPoint.Bits) * 0.30103 + Digits(exponent.Coefficient) + exponent._exponent;
        if (size < -Precision - 2)
        {
            return One;
        }

        var result = size > 7 ? FixedPoint.Whole(GreatestLogarithm + 1) : FixedPoint.Scale(log * exponent.SignedCoefficient(), exponent._exponent);
        return BigInteger.Abs(result) > FixedPoint.Whole(GreatestLogarithm)
            ? Extreme((log.Sign < 0) != exponent._negative)
            : FromBinary(FixedPoint.Exp(result));
    }

    /// <summary>A value times a power of two. It is taken as inexact unless it is zero.</summary>
    private static FeelNumber? FromBinary((BigInteger Value, int Power) binary)
    {
        var (value, power) = (BigInteger.Abs(binary.Value), binary.Power);
        if (value.IsZero)
        {
            return Zero;
        }

        var digits = (int)((value.GetBitLength() + power) * 0.30103);
        var shift = Precision + 12 - digits;
        var (numerator, denominator) = shift >= 0 ? (value * BigInteger.Pow(10, shift), BigInteger.One) : (value, BigInteger.Pow(10, -shift));
        (numerator, denominator) = power >= 0 ? (numerator << power, denominator) : (numerator, denominator << -power);
        return Rounded(binary.Value.Sign < 0, (numerator + (denominator >> 1)) / denominator, -shift, inexact: false)?.Shortened();
    }

    /// <summary>Newton's method from above.</summary>
    private static BigInteger SquareRoot(BigInteger square)
    {
        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (square / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}

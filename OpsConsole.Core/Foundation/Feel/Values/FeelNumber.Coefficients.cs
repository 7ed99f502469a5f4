using System.Numerics;

namespace OpsConsole.Core.Foundation.Feel.Values;

internal readonly partial struct FeelNumber
{
    private static readonly UInt128[] Powers = MakePowers();
    private static readonly UInt128 TooLarge = Powers[Precision];

    internal static UInt128 PowerOfTen(int exponent) => Powers[exponent];

    /// <summary>How many decimal digits it has; zero has one.</summary>
    internal static int Digits(UInt128 coefficient)
    {
        var bits = 128 - (int)UInt128.LeadingZeroCount(coefficient);
        var digits = (bits * 1233) >> 12;
        return Math.Max(1, coefficient >= Powers[digits] ? digits + 1 : digits);
    }

    /// <summary>
    /// The number with this coefficient, rounded half even to what a number can hold; null when it is too large.
    /// <paramref name="inexact"/> says that a little more than nothing was already dropped.
    /// </summary>
    private static FeelNumber? Rounded(bool negative, UInt128 coefficient, long exponent, bool inexact = false)
    {
        var drop = Math.Max(coefficient >= TooLarge ? Digits(coefficient) - Precision : 0, LeastExponent - exponent);
        if (drop > 0)
        {
            if (drop >= Powers.Length)
            {
                return new FeelNumber(false, 0, LeastExponent);
            }

            coefficient = Divided(coefficient, (int)drop, inexact, FeelRounding.HalfEven, negative);
            exponent += drop;
            if (coefficient == TooLarge)
            {
                coefficient /= 10;
                exponent++;
            }
        }

        return exponent <= GreatestExponent ? new FeelNumber(negative, coefficient, (int)exponent) : Padded(negative, coefficient, exponent);
    }

    /// <summary>The same for a coefficient of any size.</summary>
    private static FeelNumber? Rounded(bool negative, BigInteger coefficient, long exponent, bool inexact)
    {
        var drop = (long)Math.Ceiling((coefficient.GetBitLength() - 126) * 0.30103);
        if (drop <= 0)
        {
            return Rounded(negative, (UInt128)coefficient, exponent, inexact);
        }

        // At least 37 digits are left, so that what was dropped here can only break a tie.
        coefficient = BigInteger.DivRem(coefficient, BigInteger.Pow(10, (int)drop), out var rest);
        return Rounded(negative, (UInt128)coefficient, exponent + drop, inexact || !rest.IsZero);
    }

    private static FeelNumber? Padded(bool negative, UInt128 coefficient, long exponent)
    {
        if (coefficient == 0)
        {
            return new FeelNumber(false, 0, GreatestExponent);
        }

        var more = exponent - GreatestExponent;
        return more + Digits(coefficient) <= Precision ? new FeelNumber(negative, coefficient * PowerOfTen((int)more), GreatestExponent) : null;
    }

    /// <summary>Drops the last digits of a coefficient.</summary>
    private static UInt128 Divided(UInt128 coefficient, int digits, bool inexact, FeelRounding rounding, bool negative)
    {
        if (digits >= Powers.Length)
        {
            return IsRoundedUp(rounding, negative, odd: false, coefficient == 0 && !inexact ? null : -1) ? 1u : UInt128.Zero;
        }

        var power = PowerOfTen(digits);
        var (quotient, rest) = UInt128.DivRem(coefficient, power);
        int? half = rest == 0 && !inexact ? null : rest.CompareTo(power / 2) is var order && order == 0 && inexact ? 1 : order;
        return IsRoundedUp(rounding, negative, UInt128.IsOddInteger(quotient), half) ? quotient + 1 : quotient;
    }

    /// <param name="rounding">The way of rounding.</param>
    /// <param name="negative">Whether the number is below zero.</param>
    /// <param name="odd">Whether the last digit that stays is odd.</param>
    /// <param name="half">How what is dropped compares with one half; null when that is nothing at all.</param>
    private static bool IsRoundedUp(FeelRounding rounding, bool negative, bool odd, int? half) => half is { } order && rounding switch
    {
        FeelRounding.HalfEven => order > 0 || (order == 0 && odd),
        FeelRounding.HalfUp => order >= 0,
        FeelRounding.HalfDown => order > 0,
        FeelRounding.Up => true,
        FeelRounding.Down => false,
        FeelRounding.Floor => negative,
        FeelRounding.Ceiling => !negative,
    };

    /// <summary>Takes zeros off the end as long as the exponent stays below or at the given one.</summary>
    private static (UInt128 Coefficient, int Exponent) WithoutTrailingZeros(UInt128 coefficient, int exponent, int greatest)
    {
        while (exponent < greatest && coefficient != 0)
        {
            var (shorter, digit) = coefficient <= ulong.MaxValue ? Split((ulong)coefficient) : UInt128.DivRem(coefficient, 10);
            if (digit != 0)
            {
                break;
            }

            coefficient = shorter;
            exponent++;
        }

        return (coefficient, exponent);
    }

    private static (UInt128 Quotient, UInt128 Remainder) Split(ulong coefficient) => (coefficient / 10, coefficient % 10);

    private static UInt128[] MakePowers()
    {
        var powers = new UInt128[39];
        powers[0] = 1;
        for (var exponent = 1; exponent < powers.Length; exponent++)
        {
            powers[exponent] = powers[exponent - 1] * 10;
        }

        return powers;
    }
}

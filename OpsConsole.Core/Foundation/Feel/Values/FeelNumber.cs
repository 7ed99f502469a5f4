using System.Globalization;
using System.Numerics;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>
/// A number of FEEL (DMN 1.5, 10.3.2.3.1): a decimal of 34 digits, ten to the power of -6176 to 6111, as IEEE 754's decimal128 has it, but without
/// NaN and infinities. What would be one is null here. Numbers that differ only in trailing zeros are equal. See docs/decisions/0004.
/// </summary>
internal readonly partial struct FeelNumber : IEquatable<FeelNumber>, IComparable<FeelNumber>
{
    /// <summary>Decimal digits of a coefficient.</summary>
    public const int Precision = 34;

    public const int LeastExponent = -6176;
    public const int GreatestExponent = 6111;

    public static readonly FeelNumber Zero;
    public static readonly FeelNumber One = new(1);

    // Two halves rather than a UInt128, whose alignment would make each number a third larger.
    private readonly ulong _high;
    private readonly ulong _low;
    private readonly int _exponent;
    private readonly bool _negative;

    private FeelNumber(bool negative, UInt128 coefficient, int exponent)
    {
        _high = (ulong)(coefficient >> 64);
        _low = (ulong)coefficient;
        _exponent = exponent;
        _negative = negative && coefficient != 0;
    }

    private FeelNumber(long value)
    {
        _low = value < 0 ? (ulong)-(Int128)value : (ulong)value;
        _negative = value < 0;
    }

    public bool IsZero => (_high | _low) == 0;

    public bool IsNegative => _negative;

    public int Sign => IsZero ? 0 : _negative ? -1 : 1;

    /// <summary>Whether it has no fraction.</summary>
    public bool IsInteger => _exponent >= 0 || Round(0, FeelRounding.Down) is { } whole && whole == this;

    internal UInt128 Coefficient => new(_high, _low);

    internal int Exponent => _exponent;

    public static implicit operator FeelNumber(int value) => new(value);

    public static implicit operator FeelNumber(long value) => new(value);

    public static implicit operator FeelNumber(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var coefficient = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        return new FeelNumber(parts[3] < 0, coefficient, -((parts[3] >> 16) & 0xFF));
    }

    public static FeelNumber operator -(FeelNumber value) => new(!value._negative, value.Coefficient, value._exponent);

    public static bool operator ==(FeelNumber left, FeelNumber right) => left.CompareTo(right) == 0;

    public static bool operator !=(FeelNumber left, FeelNumber right) => left.CompareTo(right) != 0;

    public static bool operator <(FeelNumber left, FeelNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(FeelNumber left, FeelNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeelNumber left, FeelNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeelNumber left, FeelNumber right) => left.CompareTo(right) >= 0;

    /// <summary>A whole number of any size, rounded to 34 digits.</summary>
    public static FeelNumber? FromInteger(BigInteger value) => Rounded(value.Sign < 0, BigInteger.Abs(value), 0, inexact: false);

    /// <summary>From the digits before and after a point, and a power of ten.</summary>
    internal static bool TryCreate(bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, int power, out FeelNumber number)
    {
        UInt128 coefficient = 0;
        long exponent = power;
        var inexact = false;
        var digits = whole.Length + fraction.Length;
        for (var index = 0; index < digits; index++)
        {
            var digit = (uint)((index < whole.Length ? whole[index] : fraction[index - whole.Length]) - '0');
            if (coefficient < Powers[37])
            {
                coefficient = (coefficient * 10) + digit;
                exponent -= index < whole.Length ? 0 : 1;
            }
            else
            {
                inexact |= digit != 0;
                exponent += index < whole.Length ? 1 : 0;
            }
        }

        var rounded = Rounded(negative, coefficient, exponent, inexact);
        number = rounded ?? default;
        return rounded is not null;
    }

    public FeelNumber Abs() => new(false, Coefficient, _exponent);

    public int CompareTo(FeelNumber other)
    {
        if (_exponent == other._exponent && _negative == other._negative)
        {
            var order = Coefficient.CompareTo(other.Coefficient);
            return _negative ? -order : order;
        }

        if (Sign != other.Sign)
        {
            return Sign.CompareTo(other.Sign);
        }

        return IsZero ? 0 : _negative ? -CompareSize(other) : CompareSize(other);
    }

    public bool Equals(FeelNumber other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is FeelNumber other && Equals(other);

    public override int GetHashCode()
    {
        var (coefficient, exponent) = WithoutTrailingZeros(Coefficient, _exponent, GreatestExponent + Precision);
        return coefficient == 0 ? 0 : HashCode.Combine(_negative, coefficient, exponent);
    }

    public override string ToString() => NumberText.Write(this);

    /// <summary>As a <see cref="decimal"/> of the same value, if there is one.</summary>
    public bool TryDecimal(out decimal value)
    {
        value = 0;
        var (coefficient, exponent) = (Coefficient, _exponent);
        if (exponent < -28 || coefficient >> 96 != 0)
        {
            (coefficient, exponent) = WithoutTrailingZeros(coefficient, exponent, 0);
        }

        if (exponent > 0 && exponent + Digits(coefficient) <= 29)
        {
            (coefficient, exponent) = (coefficient * PowerOfTen(exponent), 0);
        }

        if (coefficient == 0)
        {
            return true;
        }

        if (exponent is < -28 or > 0 || coefficient >> 96 != 0)
        {
            return false;
        }

        value = new decimal((int)(uint)coefficient, (int)(uint)(coefficient >> 32), (int)(uint)(coefficient >> 64), _negative, (byte)-exponent);
        return true;
    }

    /// <summary>Without its fraction, and no further from zero than <paramref name="limit"/>.</summary>
    public long Clamped(long limit = int.MaxValue)
    {
        var whole = Round(0, FeelRounding.Down) ?? Zero;
        if (whole.IsZero || whole.CompareSize(limit) >= 0)
        {
            return whole.IsZero ? 0 : _negative ? -limit : limit;
        }

        var size = (long)(whole.Coefficient * PowerOfTen(whole._exponent));
        return _negative ? -size : size;
    }

    public double ToDouble() => double.Parse(NumberText.WriteScientific(this), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Compares without signs.</summary>
    private int CompareSize(FeelNumber other)
    {
        if (IsZero || other.IsZero)
        {
            return (IsZero ? 0 : 1) - (other.IsZero ? 0 : 1);
        }

        var order = (Digits(Coefficient) + _exponent).CompareTo(Digits(other.Coefficient) + other._exponent);
        if (order != 0)
        {
            return order;
        }

        // The leading digits stand at the same place, so that the exponents differ by less than 34.
        var difference = _exponent - other._exponent;
        return difference >= 0
            ? (Coefficient * PowerOfTen(difference)).CompareTo(other.Coefficient)
            : Coefficient.CompareTo(other.Coefficient * PowerOfTen(-difference));
    }
}

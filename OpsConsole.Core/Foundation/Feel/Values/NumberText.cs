using System.Globalization;

namespace OpsConsole.Core.Foundation.Feel.Values;

/// <summary>Numbers from and to texts such as <c>-12.50</c> and <c>1.5e3</c>; what is written never has an exponent.</summary>
internal static class NumberText
{
    /// <summary>Digits beyond the 34th are rounded; a number that is too large is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out FeelNumber number)
    {
        number = default;
        var negative = text is ['-', ..];
        text = text is ['-' or '+', ..] ? text[1..] : text;
        var end = text.IndexOfAny('e', 'E');
        var power = 0;
        if (end >= 0 && !TryPower(text[(end + 1)..], out power))
        {
            return false;
        }

        var digits = end < 0 ? text : text[..end];
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || (point >= 0 && fraction.IsEmpty) || !IsDigits(whole) || !IsDigits(fraction))
        {
            return false;
        }

        return FeelNumber.TryCreate(negative, whole, fraction, power, out number);
    }

    /// <summary>With no zeros at the end of a fraction.</summary>
    public static string Write(FeelNumber number)
    {
        var digits = number.Coefficient.ToString(CultureInfo.InvariantCulture);
        var sign = number.IsNegative ? "-" : "";
        if (number.IsZero || number.Exponent >= 0)
        {
            return number.IsZero ? "0" : sign + digits + new string('0', number.Exponent);
        }

        var places = -number.Exponent;
        digits = digits.PadLeft(places + 1, '0');
        var fraction = digits.AsSpan(digits.Length - places).TrimEnd('0');
        var whole = digits.AsSpan(0, digits.Length - places);
        return fraction.IsEmpty ? string.Concat(sign, whole) : string.Concat(sign, whole, ".", fraction);
    }

    /// <summary>Short whatever the exponent, for other readers than people.</summary>
    public static string WriteScientific(FeelNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(number.IsNegative ? "-" : "")}{number.Coefficient}E{number.Exponent}");

    private static bool TryPower(ReadOnlySpan<char> text, out int power)
    {
        power = 0;
        var negative = text is ['-', ..];
        text = text is ['-' or '+', ..] ? text[1..] : text;
        if (text.IsEmpty || !IsDigits(text))
        {
            return false;
        }

        text = text.TrimStart('0');
        power = text.Length > 6 ? 1_000_000 : text.IsEmpty ? 0 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        power = negative ? -power : power;
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}

using System.Globalization;
using System.Net;
using System.Text;

namespace OpsConsole.Core.Models.Veiling;

/// <summary>
/// A text as it is looked at to find a value in it, whatever way it is written there: <c>M\u00fcller</c>, <c>MÜLLER</c> and <c>Muller</c> are
/// one, and so are <c>+49 30 5550142</c> and <c>4930-5550142</c>. Each character remembers the part of the text that it came from.
/// </summary>
internal sealed class FoldedText
{
    private FoldedText(string source)
    {
        Source = source;
        for (var at = 0; at < source.Length;)
        {
            var (unit, length) = Unit(source, at);
            Append(unit, at, at + length);
            at += length;
        }
    }

    public string Source { get; }

    /// <summary>Escapes undone, otherwise as written.</summary>
    public Mapped Decoded { get; } = new();

    /// <summary>Small letters without marks, one space for any gap.</summary>
    public Mapped Letters { get; } = new();

    /// <summary>Only the letters and digits of <see cref="Letters"/>.</summary>
    public Mapped Compact { get; } = new();

    public static FoldedText Of(string source) => new(source);

    private void Append(string unit, int start, int end)
    {
        foreach (var rune in unit.EnumerateRunes())
        {
            Decoded.Add(rune.ToString(), start, end);
            foreach (var letter in Fold(rune))
            {
                if (letter != ' ' || !Letters.EndsWith(' '))
                {
                    Letters.Add(letter, start, end);
                }

                if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                {
                    Compact.Add(letter, start, end);
                }
            }
        }
    }

    /// <summary>One character as it is meant: an escape of JSON, of an address or of HTML stands for what it stands for.</summary>
    private static (string Unit, int Length) Unit(string text, int at) => text[at] switch
    {
        '\\' when at + 1 < text.Length => Backslash(text, at),
        '%' when Hex(text, at + 1, 2) is { } first => Percent(text, at, first),
        '&' when text.IndexOf(';', at, Math.Min(10, text.Length - at)) is > 0 and var end && WebUtility.HtmlDecode(text[at..(end + 1)]) is var decoded
            && decoded.Length <= 2 => (decoded, end + 1 - at),
        var high when char.IsHighSurrogate(high) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) => (text.Substring(at, 2), 2),
        var letter => (letter.ToString(), 1),
    };

    private static (string Unit, int Length) Backslash(string text, int at)
    {
        if (text[at + 1] == 'u' && Hex(text, at + 2, 4) is { } code)
        {
            return char.IsHighSurrogate((char)code) && at + 11 < text.Length && text[at + 6] == '\\' && text[at + 7] == 'u' && Hex(text, at + 8, 4) is { } low && char.IsLowSurrogate((char)low)
                ? (new string([(char)code, (char)low]), 12)
                : (((char)code).ToString(), 6);
        }

        return text[at + 1] switch
        {
            'n' or 't' or 'r' => (" ", 2),
            '"' or '\\' or '/' => (text[at + 1].ToString(), 2),
            _ => ("\\", 1),
        };
    }

    private static (string Unit, int Length) Percent(string text, int at, int first)
    {
        var expected = first switch { < 0x80 => 1, >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };
        var bytes = new List<byte>();
        for (var index = 0; index < expected && at + index * 3 < text.Length && text[at + index * 3] == '%' && Hex(text, at + index * 3 + 1, 2) is { } part; index++)
        {
            bytes.Add((byte)part);
        }

        return expected > 0 && bytes.Count == expected && Encoding.UTF8.GetString([.. bytes]) is var decoded && !decoded.Contains('�', StringComparison.Ordinal)
            ? (decoded, expected * 3)
            : ("%", 1);
    }

    private static int? Hex(string text, int at, int digits) =>
        at + digits <= text.Length && int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static string Fold(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.Value is <= ' ' or 0x7F ? " " : char.ToLowerInvariant((char)rune.Value).ToString();
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark: return "";
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control: return " ";
            case UnicodeCategory.DashPunctuation: return "-";
        }

        return rune.Value switch
        {
            'ß' or 'ẞ' => "ss",
            'ø' or 'Ø' => "o",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'ı' or 'İ' => "i",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            '’' or '‘' or 'ʼ' or '´' => "'",
            0xFFFD => "\uFFFD",
            _ => Decompose(rune),
        };
    }

    private static string Decompose(Rune rune) => string.Concat(rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes()
        .Where(part => Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
        .Select(part => Rune.ToLowerInvariant(part).ToString()));
}

using System.Globalization;
using System.Net;
using System.Text;

namespace OpsConsole.Core.Foundation.Text;

/// <summary>
/// One character as it may be escaped in HTML (<c>&amp;lt;</c>, <c>&amp;#60;</c>) or in an address (<c>%C3%A9</c>, <c>+</c>).
/// </summary>
internal readonly record struct EscapedChar(char Char, int Length)
{
    /// <summary>With which an escape begins.</summary>
    public const string Signs = "%&+";

    private const int LongestEntity = 10;

    /// <summary>Of length 0 where no escape begins.</summary>
    public static EscapedChar Read(string text, int at) => text[at] switch
    {
        '%' => OfAddress(text, at),
        '&' => OfHtml(text, at),
        '+' => new EscapedChar(' ', 1),
        _ => default,
    };

    /// <summary>As many bytes as the first one announces.</summary>
    private static EscapedChar OfAddress(string text, int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (var count = 0; count < bytes.Length && at + count * 3 + 3 <= text.Length && text[at + count * 3] == '%'; count++)
        {
            if (!byte.TryParse(text.AsSpan(at + count * 3 + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
            {
                return default;
            }

            if (Rune.DecodeFromUtf8(bytes[..(count + 1)], out var rune, out _) == System.Buffers.OperationStatus.Done)
            {
                return rune.IsBmp ? new EscapedChar((char)rune.Value, (count + 1) * 3) : default;
            }
        }

        return default;
    }

    private static EscapedChar OfHtml(string text, int at)
    {
        var end = text.IndexOf(';', at, Math.Min(LongestEntity, text.Length - at));
        return end > 0 && WebUtility.HtmlDecode(text[at..(end + 1)]) is [var letter] ? new EscapedChar(letter, end + 1 - at) : default;
    }
}

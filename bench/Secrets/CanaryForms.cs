using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace OpsConsole.Bench.Secrets;

/// <summary>The forms in which a secret may lie somewhere: those that are looked for, and the same written out whole, to show that they are found.</summary>
internal static class CanaryForms
{
    private const int Group = 3;

    /// <summary>What is looked for, by the name of its form; as Latin-1 text, so that bytes and texts are one. Case is never looked at.</summary>
    public static IEnumerable<(string Form, string Pattern)> Of(string window)
    {
        var (plain, little, big) = (Encoding.ASCII.GetBytes(window), Encoding.Unicode.GetBytes(window), Encoding.BigEndianUnicode.GetBytes(window));
        yield return ("plain", window);
        yield return ("UTF-16", Latin(little)[..^1]);
        yield return ("UTF-16 BE", Latin(big)[1..]);
        foreach (var pattern in Base64(plain).Concat(Base64(little)).Concat(Base64(big)))
        {
            yield return ("base64", pattern);
            yield return ("base64url", pattern.Replace('+', '-').Replace('/', '_'));
        }

        yield return ("hex", Convert.ToHexString(plain));
        yield return ("hex, parted", BitConverter.ToString(plain));
        yield return ("hex, spaced", BitConverter.ToString(plain).Replace('-', ' '));
        yield return ("percent", string.Concat(plain.Select(letter => $"%{letter:X2}")));
        yield return ("JSON escapes", string.Concat(plain.Select(letter => $"\\u{letter:x4}")));
        yield return ("HTML decimal", string.Concat(plain.Select(letter => string.Create(CultureInfo.InvariantCulture, $"&#{letter};"))));
        yield return ("HTML hex", string.Concat(plain.Select(letter => $"&#x{letter:x};")));
    }

    /// <summary>The whole value as each form would write it, for planting.</summary>
    public static IEnumerable<(string Form, byte[] Bytes)> Planted(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return ("plain", bytes);
        yield return ("upper case", Encoding.UTF8.GetBytes(value.ToUpperInvariant()));
        yield return ("lower case", Encoding.UTF8.GetBytes(value.ToLowerInvariant()));
        yield return ("UTF-16", Encoding.Unicode.GetBytes(value));
        yield return ("UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(value));
        for (var offset = 0; offset < Group; offset++)
        {
            var moved = Convert.ToBase64String([.. Encoding.ASCII.GetBytes(new string('~', offset)), .. bytes]);
            yield return ($"base64 at offset {offset}", Ascii(moved));
            yield return ($"base64url at offset {offset}", Ascii(moved.Replace('+', '-').Replace('/', '_').TrimEnd('=')));
        }

        yield return ("base64 of UTF-16", Ascii(Convert.ToBase64String(Encoding.Unicode.GetBytes(value))));
        yield return ("hex", Ascii(Convert.ToHexStringLower(bytes)));
        yield return ("hex, parted", Ascii(BitConverter.ToString(bytes)));
        yield return ("percent-encoded", Ascii(Uri.EscapeDataString(value)));
        yield return ("percent-encoded, all", Ascii(string.Concat(bytes.Select(letter => $"%{letter:x2}"))));
        yield return ("JSON", Ascii(JavaScriptEncoder.Default.Encode(value)));
        yield return ("JSON, all", Ascii(string.Concat(value.Select(letter => $"\\u{(int)letter:X4}"))));
        yield return ("HTML", Encoding.UTF8.GetBytes(WebUtility.HtmlEncode(value)));
        yield return ("HTML, all", Ascii(string.Concat(value.Select(letter => string.Create(CultureInfo.InvariantCulture, $"&#{(int)letter};")))));
        yield return ("HTML hex, all", Ascii(string.Concat(value.Select(letter => $"&#x{(int)letter:X};"))));
        yield return ("cut at its half", Encoding.UTF8.GetBytes(value[..(value.Length * 2 / Group)]));
        yield return ("wrapped", Encoding.UTF8.GetBytes(string.Join("\n      ", value.Chunk(7).Select(part => new string(part)))));
        yield return ("wrapped as mail", Encoding.UTF8.GetBytes(string.Join("=\r\n", value.Chunk(7).Select(part => new string(part)))));
    }

    /// <summary>What of the base64 of any text that holds these bytes is the same, for each of the three places at which they can begin.</summary>
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        for (var offset = 0; offset < Group; offset++)
        {
            var inner = bytes[((Group - offset) % Group)..];
            yield return Convert.ToBase64String(inner[..(inner.Length / Group * Group)]);
        }
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}

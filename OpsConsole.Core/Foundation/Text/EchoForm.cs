using System.Buffers;
using System.Text;

namespace OpsConsole.Core.Foundation.Text;

/// <param name="IsWhole">False for a beginning at which the text ends.</param>
internal readonly record struct EchoPlace(int Start, int End, bool IsWhole);

/// <summary>One way to write a secret, found in a text whatever the case and however single characters of it are escaped.</summary>
internal sealed class EchoForm
{
    private const int Group = 3;

    /// <summary>So many letters of base64 at most, on each side, hold bits of the secret and of what stands beside it.</summary>
    private const int Edge = 3;

    /// <summary>As many characters as one may become by the wrong encoding.</summary>
    private const int MostMangled = 4;

    private readonly string _text;
    private readonly bool _isBase64;

    /// <summary>Whether there is enough without the characters that programs get wrong.</summary>
    private readonly bool _isMangled;
    private readonly SearchValues<char> _begins;

    private EchoForm(string text, bool isBase64)
    {
        (_text, _isBase64, _isMangled) = (text, isBase64, text.Count(char.IsAscii) >= SecretEcho.Least);
        _begins = SearchValues.Create([char.ToLowerInvariant(text[0]), char.ToUpperInvariant(text[0]), .. EscapedChar.Signs]);
    }

    public static IEnumerable<EchoForm> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return new EchoForm(secret, isBase64: false);
        yield return new EchoForm(Convert.ToHexString(bytes), isBase64: false);
        yield return new EchoForm(BitConverter.ToString(bytes), isBase64: false);
        for (var offset = 0; offset < Group; offset++)
        {
            var inner = bytes[((Group - offset) % Group)..];
            var text = Convert.ToBase64String(inner[..(inner.Length / Group * Group)]);
            yield return new EchoForm(text, isBase64: true);
            if (text.AsSpan().ContainsAny('+', '/'))
            {
                yield return new EchoForm(text.Replace('+', '-').Replace('/', '_'), isBase64: true);
            }
        }
    }

    /// <summary>Adds every place at which it stands.</summary>
    /// <param name="read">The text.</param>
    /// <param name="isGrowing">Whether more of it may come, so that even one character at its end may be the beginning.</param>
    /// <param name="found">Where to add.</param>
    public void Find(UnescapedJson read, bool isGrowing, List<EchoPlace> found)
    {
        var text = read.Text;
        var leastCut = isGrowing ? 1 : Math.Max(SecretEcho.Least, _text.Length / 2);
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(_begins);
            if (next < 0)
            {
                return;
            }

            at += next;
            if (Better(Match(text, at, isPlain: true), Match(text, at, isPlain: false)) is var (end, matched) && (matched == _text.Length || (end == text.Length && matched >= leastCut)))
            {
                var (start, last) = Widened(text, at, end);
                found.Add(new EchoPlace(read.PlaceOf(start), read.PlaceOf(last), matched == _text.Length));
                at = end;
            }
            else
            {
                at++;
            }
        }
    }

    private static (int End, int Matched) Better((int End, int Matched) left, (int End, int Matched) right) => left.Matched >= right.Matched ? left : right;

    /// <summary>How far the text agrees from one place on, and with how many characters of the form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to begin.</param>
    /// <param name="isPlain">What a sign means that both stands in the secret and begins an escape of itself, such as the first of <c>&amp;amp;</c>.</param>
    private (int End, int Matched) Match(string text, int at, bool isPlain)
    {
        var matched = 0;
        while (matched < _text.Length && at < text.Length)
        {
            var plain = IsSame(text[at], _text[matched]) ? 1 : 0;
            var escaped = EscapedChar.Read(text, at) is { Length: > 0 } read && IsSame(read.Char, _text[matched]) ? read.Length : 0;
            var step = isPlain && plain > 0 ? plain : Math.Max(plain, escaped);
            if (step == 0 && (matched == 0 || !_isMangled || char.IsAscii(_text[matched])))
            {
                break;
            }

            at += step > 0 ? step : Mangled(text, at);
            matched++;
        }

        return (at, matched);
    }

    /// <summary>What has become of a character beyond ASCII: others like it, question marks, or nothing.</summary>
    private static int Mangled(string text, int at)
    {
        var length = 0;
        while (length < MostMangled && at + length < text.Length && (!char.IsAscii(text[at + length]) || text[at + length] == '?'))
        {
            length++;
        }

        return length;
    }

    private (int Start, int End) Widened(string text, int start, int end)
    {
        for (var step = 0; _isBase64 && step < Edge && start > 0 && IsBase64(text[start - 1]); step++)
        {
            start--;
        }

        for (var step = 0; _isBase64 && step < Edge && end < text.Length && IsBase64(text[end]); step++)
        {
            end++;
        }

        return (start, end);
    }

    private static bool IsSame(char left, char right) => left == right || char.ToLowerInvariant(left) == char.ToLowerInvariant(right);

    private static bool IsBase64(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/' or '-' or '_';
}

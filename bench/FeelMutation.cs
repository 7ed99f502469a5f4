using System.Text;

namespace OpsConsole.Bench;

/// <summary>Damages a text as typing and pasting do: a character, a token, a piece of another text.</summary>
internal sealed class FeelMutation(Random random)
{
    private const string Characters = "()[]{}<>=!+-*/.,:?'\"@\\&|#% \n\t0159eExX_äß€\uD83D\uDC0E\u00A0\u200B\0";

    private static readonly string[] Tokens =
    [
        "(", ")", "[", "]", "{", "}", "..", "**", "->", "<=", "!=", "?", ":", ",", ".", "-", "\"", "@\"", "/*", "*/", "//", "if ", " then ", " else ", "for ", " in ", " return ",
        "some ", " satisfies ", " instance of ", "function(", " between ", " and ", " or ", "not(", "null", "true", "1", "a+b", "in range?", "\\u", "\\UFFFFFF", "\\uD800", "1e999", "99999999999999999999999999999999999999999",
    ];

    public string Mutate(string text, string other)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            text = Once(text, other);
        }

        return text;
    }

    private string Once(string text, string other)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 6), text.Length - at);
        return random.Next(7) switch
        {
            0 => text.Insert(at, Characters[random.Next(Characters.Length)].ToString()),
            1 => text.Remove(at, length),
            2 => new StringBuilder(text).Remove(at, length).Insert(at, Characters[random.Next(Characters.Length)]).ToString(),
            3 => text.Insert(at, Tokens[random.Next(Tokens.Length)]),
            4 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            5 => text[..at] + other[random.Next(other.Length + 1)..],
            _ => Repeat(text, at),
        };
    }

    /// <summary>The same piece many times over, which is what goes deep or grows.</summary>
    private string Repeat(string text, int at)
    {
        if (random.Next(20) > 0)
        {
            return text.Insert(at, Tokens[random.Next(Tokens.Length)]);
        }

        return text.Insert(at, new StringBuilder().Insert(0, Tokens[random.Next(Tokens.Length)], random.Next(2, 300)).ToString());
    }
}

using System.Text;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>The text of a pattern and how far it was read.</summary>
internal sealed class PatternSource(string text)
{
    private int _at;

    public bool AtEnd => _at >= text.Length;

    public char Current => Ahead(0);

    /// <summary>A character further on; none where the text ends.</summary>
    public char Ahead(int count) => _at + count < text.Length ? text[_at + count] : '\0';

    public char Take() => text[_at++];

    public bool Take(char wanted)
    {
        var found = !AtEnd && Current == wanted;
        _at += found ? 1 : 0;
        return found;
    }

    public void Back() => _at--;

    /// <summary>What comes before <paramref name="end"/>, taking both; null when that does not come.</summary>
    public string? TakeUntil(char end)
    {
        var found = text.IndexOf(end, Math.Min(_at, text.Length));
        if (found < 0)
        {
            return null;
        }

        var part = text[_at..found];
        _at = found + 1;
        return part;
    }

    public int TakeCodePoint()
    {
        var isPair = char.IsSurrogatePair(Current, Ahead(1));
        var codePoint = isPair ? char.ConvertToUtf32(Current, Ahead(1)) : Current;
        _at += isPair ? 2 : 1;
        return codePoint;
    }

    /// <summary>The character that an escape stands for, the backslash being taken; null, taking nothing, when it is none.</summary>
    public int? TakeEscaped()
    {
        int? letter = Current switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '\\' or '|' or '.' or '?' or '*' or '+' or '(' or ')' or '{' or '}' or '-' or '[' or ']' or '^' or '$' => Current,
            _ => null,
        };
        _at += letter is null ? 0 : 1;
        return letter;
    }

    /// <summary><c>\d</c> and its like, <c>\p{Lu}</c> and <c>\P{Lu}</c>, the backslash being taken; takes nothing if there is none.</summary>
    public bool TryTakeClass(PatternClass set)
    {
        if (set.TryAddEscape(Current))
        {
            _at++;
            return true;
        }

        if (Current is not ('p' or 'P') || Ahead(1) != '{')
        {
            return false;
        }

        var start = _at;
        var negated = Take() == 'P';
        _at++;
        if (TakeUntil('}') is { } name && set.TryAddProperty(name, negated))
        {
            return true;
        }

        _at = start;
        return false;
    }

    /// <summary>White space counts between brackets only, and not even after a backslash.</summary>
    public static string WithoutSpace(string source)
    {
        var result = new StringBuilder();
        var brackets = 0;
        var isEscaped = false;
        foreach (var letter in source)
        {
            if (brackets == 0 && letter is ' ' or '\t' or '\n' or '\r')
            {
                continue;
            }

            brackets += isEscaped ? 0 : letter switch { '[' => 1, ']' => -1, _ => 0 };
            isEscaped = !isEscaped && letter == '\\';
            result.Append(letter);
        }

        return result.ToString();
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>
/// Translates a regular expression of XML Schema and XPath, such as <c>\i\c*-[^\p{Lu}-[Q]]+?</c>, into one of .NET's. Most is written alike; what
/// is not would be misunderstood, or let through what is none.
/// </summary>
internal sealed class XPathPattern
{
    private const int MostNesting = 20;

    private readonly string _source;
    private readonly XPathFlags _flags;
    private readonly bool _wide;
    private readonly StringBuilder _pattern = new();
    private readonly Stack<int> _open = new();
    private readonly HashSet<int> _closed = [];
    private int _groups;
    private int _at;

    private XPathPattern(string source, XPathFlags flags, bool wide)
    {
        _source = flags.Spaced ? WithoutSpace(source) : source;
        _flags = flags;
        _wide = wide;
    }

    private char Current => _at < _source.Length ? _source[_at] : '\0';

    /// <summary>Null when it is none. A wide pattern is for texts with characters beyond the first plane.</summary>
    public static string? Translate(string source, XPathFlags flags, bool wide)
    {
        if (source.Length > FeelLimits.Source)
        {
            return null;
        }

        var pattern = new XPathPattern(source, flags, wide);
        return pattern.TryTranslate() ? pattern._pattern.ToString() : null;
    }

    private bool TryTranslate()
    {
        while (_at < _source.Length)
        {
            var isAtom = Current is not ('|' or '(');
            if (!TryPiece() || (isAtom && !TryQuantifier()))
            {
                return false;
            }
        }

        return _open.Count == 0;
    }

    private bool TryPiece()
    {
        var letter = _source[_at++];
        switch (letter)
        {
            case '|':
                _pattern.Append('|');
                return true;
            case '(':
                return TryOpen();
            case ')':
                return TryClose();
            case '.':
                PatternClass.Point(_flags.AnyLine).Append(_pattern, _wide);
                return true;
            case '^':
                _pattern.Append(_flags.EachLine ? "(?:\\A|(?<=\\n)(?!\\z))" : "(?:\\A)");
                return true;
            case '$':
                _pattern.Append(_flags.EachLine ? "(?:(?=\\n)|\\z)" : "(?:\\z)");
                return true;
            case '[':
                return TryClass(MostNesting) is { } set && AppendClass(set);
            case '\\':
                return TryEscape();
            case ']' or '{' or '}' or '*' or '+' or '?':
                return false;
            default:
                _at--;
                AppendLiteral(TakeCodePoint());
                return true;
        }
    }

    private bool TryOpen()
    {
        var plain = Current == '?';
        if (plain && !_source.AsSpan(_at).StartsWith("?:"))
        {
            return false;
        }

        _at += plain ? 2 : 0;
        _open.Push(plain ? 0 : ++_groups);
        _pattern.Append(plain ? "(?:" : "(");
        return true;
    }

    private bool TryClose()
    {
        if (!_open.TryPop(out var group))
        {
            return false;
        }

        _closed.Add(group);
        _pattern.Append(')');
        return true;
    }

    /// <summary><c>?</c>, <c>*</c>, <c>+</c>, <c>{2}</c>, <c>{2,}</c>, <c>{2,5}</c>, each with a <c>?</c> if it is to take as little as it can.</summary>
    private bool TryQuantifier()
    {
        if (Current is '?' or '*' or '+')
        {
            _pattern.Append(_source[_at++]);
        }
        else if (Current == '{')
        {
            var end = _source.IndexOf('}', _at);
            if (end < 0 || !IsCount(_source.AsSpan(_at + 1, end - _at - 1)))
            {
                return false;
            }

            _pattern.Append(_source, _at, end + 1 - _at);
            _at = end + 1;
        }
        else
        {
            return true;
        }

        if (Current == '?')
        {
            _pattern.Append(_source[_at++]);
        }

        return true;
    }

    private static bool IsCount(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        var least = comma < 0 ? text : text[..comma];
        var most = comma < 0 ? [] : text[(comma + 1)..];
        return least.Length is > 0 and < 6 && most.Length < 6 && !least.ContainsAnyExceptInRange('0', '9') && !most.ContainsAnyExceptInRange('0', '9');
    }

    private bool TryEscape()
    {
        if (char.IsAsciiDigit(Current))
        {
            return TryBackReference();
        }

        var set = new PatternClass();
        if (TryClassEscape(set))
        {
            return AppendClass(set);
        }

        if (SingleEscape() is not { } letter)
        {
            return false;
        }

        AppendLiteral(letter);
        return true;
    }

    /// <summary>As many digits as make the number of a group; it must have been closed. One that matched nothing matches nothing.</summary>
    private bool TryBackReference()
    {
        var group = _source[_at++] - '0';
        while (char.IsAsciiDigit(Current) && (group * 10) + Current - '0' <= _groups)
        {
            group = (group * 10) + _source[_at++] - '0';
        }

        if (group == 0 || !_closed.Contains(group))
        {
            return false;
        }

        _pattern.Append("(?(").Append(group).Append(")\\k<").Append(group).Append(">|)");
        return true;
    }

    /// <summary><c>\d</c> and its like, <c>\p{Lu}</c> and <c>\P{Lu}</c>; takes nothing if there is none.</summary>
    private bool TryClassEscape(PatternClass set)
    {
        if (set.TryAddEscape(Current))
        {
            _at++;
            return true;
        }

        var end = Current is 'p' or 'P' && _at + 1 < _source.Length && _source[_at + 1] == '{' ? _source.IndexOf('}', _at) : -1;
        if (end < 0 || !set.TryAddProperty(_source[(_at + 2)..end], Current == 'P'))
        {
            return false;
        }

        _at = end + 1;
        return true;
    }

    private int? SingleEscape()
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

    /// <summary>What stands between brackets, up to and with the closing one; null when it is no class.</summary>
    private PatternClass? TryClass(int nesting)
    {
        var set = new PatternClass { Negated = Current == '^' };
        _at += set.Negated ? 1 : 0;
        for (var isFirst = true; _at < _source.Length; isFirst = false)
        {
            if (Current == ']')
            {
                _at++;
                return set.IsEmpty ? null : set;
            }

            if (Current == '-' && _at + 1 < _source.Length && _source[_at + 1] == '[' && !isFirst)
            {
                _at += 2;
                set.Except = nesting > 0 ? TryClass(nesting - 1) : null;
                return set.Except is not null && _at < _source.Length && _source[_at++] == ']' ? set : null;
            }

            if (!TryMember(set, isFirst))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A character, a range of them, or an escape. A hyphen stands for itself only at the start or end.</summary>
    private bool TryMember(PatternClass set, bool isFirst)
    {
        if (Current == '\\')
        {
            _at++;
            if (TryClassEscape(set))
            {
                return true;
            }

            _at--;
        }

        var isHyphen = Current == '-';
        if ((isHyphen && !isFirst && !IsLastHyphen()) || ClassCharacter() is not { } from)
        {
            return false;
        }

        var to = from;
        if (Current == '-' && _at + 1 < _source.Length && _source[_at + 1] is not (']' or '[') && !IsLastHyphen())
        {
            _at++;
            if (ClassCharacter() is not { } end || end < from)
            {
                return false;
            }

            to = end;
        }

        set.AddRange(from, to);
        return true;
    }

    private bool IsLastHyphen() => _at + 1 < _source.Length && (_source[_at + 1] == ']' || _source.AsSpan(_at + 1).StartsWith("-["));

    private int? ClassCharacter()
    {
        if (_at >= _source.Length || Current is '[' or ']')
        {
            return null;
        }

        if (Current != '\\')
        {
            return TakeCodePoint();
        }

        _at++;
        return SingleEscape();
    }

    private int TakeCodePoint()
    {
        var isPair = _at + 1 < _source.Length && char.IsSurrogatePair(_source[_at], _source[_at + 1]);
        var codePoint = isPair ? char.ConvertToUtf32(_source[_at], _source[_at + 1]) : _source[_at];
        _at += isPair ? 2 : 1;
        return codePoint;
    }

    private bool AppendClass(PatternClass set)
    {
        set.Append(_pattern, _wide);
        return true;
    }

    private void AppendLiteral(int codePoint)
    {
        if (codePoint <= 0xFFFF)
        {
            _pattern.Append(Regex.Escape(((char)codePoint).ToString()));
        }
        else
        {
            _pattern.Append("(?:").Append(char.ConvertFromUtf32(codePoint)).Append(')');
        }
    }

    /// <summary>White space counts between brackets only, and not even after a backslash.</summary>
    private static string WithoutSpace(string source)
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

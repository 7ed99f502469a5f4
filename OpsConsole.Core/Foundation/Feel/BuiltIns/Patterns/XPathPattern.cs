using System.Text;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Foundation.Feel.BuiltIns.Patterns;

/// <summary>
/// Translates a regular expression of XML Schema and XPath, such as <c>\i\c*-[^\p{Lu}-[Q]]+?</c>, into one of .NET's. Most is written alike; what
/// is not would be misunderstood, or let through what is none.
/// </summary>
internal sealed class XPathPattern
{
    private readonly PatternSource _source;
    private readonly XPathFlags _flags;
    private readonly bool _wide;
    private readonly StringBuilder _pattern = new();
    private readonly Stack<int> _open = new();
    private readonly HashSet<int> _closed = [];
    private int _groups;

    private XPathPattern(string source, XPathFlags flags, bool wide)
    {
        _source = new PatternSource(flags.Spaced ? PatternSource.WithoutSpace(source) : source);
        _flags = flags;
        _wide = wide;
    }

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
        while (!_source.AtEnd)
        {
            var isAtom = _source.Current is not ('|' or '(');
            if (!TryPiece() || (isAtom && !TryQuantifier()) || _pattern.Length > FeelLimits.Text)
            {
                return false;
            }
        }

        return _open.Count == 0;
    }

    private bool TryPiece()
    {
        var letter = _source.Take();
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
                return ClassReader.Read(_source) is { } set && AppendClass(set);
            case '\\':
                return TryEscape();
            case ']' or '{' or '}' or '*' or '+' or '?':
                return false;
            default:
                _source.Back();
                AppendLiteral(_source.TakeCodePoint());
                return true;
        }
    }

    private bool TryOpen()
    {
        var plain = _source.Take('?');
        if ((plain && !_source.Take(':')) || _open.Count == FeelLimits.Depth)
        {
            return false;
        }

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
        if (_source.Current is '?' or '*' or '+')
        {
            _pattern.Append(_source.Take());
        }
        else if (_source.Take('{'))
        {
            if (_source.TakeUntil('}') is not { } count || !IsCount(count))
            {
                return false;
            }

            _pattern.Append('{').Append(count).Append('}');
        }
        else
        {
            return true;
        }

        _pattern.Append(_source.Take('?') ? "?" : "");
        return true;
    }

    private static bool IsCount(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var least = text.AsSpan(0, comma < 0 ? text.Length : comma);
        var most = comma < 0 ? [] : text.AsSpan(comma + 1);
        return least.Length is > 0 and < 6 && most.Length < 6 && !least.ContainsAnyExceptInRange('0', '9') && !most.ContainsAnyExceptInRange('0', '9');
    }

    private bool TryEscape()
    {
        if (char.IsAsciiDigit(_source.Current))
        {
            return TryBackReference();
        }

        var set = new PatternClass();
        if (_source.TryTakeClass(set))
        {
            return AppendClass(set);
        }

        if (_source.TakeEscaped() is not { } letter)
        {
            return false;
        }

        AppendLiteral(letter);
        return true;
    }

    /// <summary>As many digits as make the number of a group; it must have been closed. One that matched nothing matches nothing.</summary>
    private bool TryBackReference()
    {
        var group = _source.Take() - '0';
        while (char.IsAsciiDigit(_source.Current) && (group * 10) + _source.Current - '0' <= _groups)
        {
            group = (group * 10) + _source.Take() - '0';
        }

        if (group == 0 || !_closed.Contains(group))
        {
            return false;
        }

        _pattern.Append("(?(").Append(group).Append(")\\k<").Append(group).Append(">|)");
        return true;
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
}

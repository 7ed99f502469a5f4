using System.Globalization;
using System.Text;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>
/// Cuts a text into tokens, such as <c>order.total &gt;= 25.50</c> into <c>order</c> <c>.</c> <c>total</c> <c>&gt;=</c> <c>25.50</c>.
/// Words stay single: only the parser knows which of them make one name.
/// </summary>
internal sealed class Lexer
{
    private static readonly string[] LongSymbols = ["..", "**", "!=", "<=", ">=", "->", "&&", "||"];

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Lexer(string text) => _text = text;

    public static List<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        while (lexer.SkipBlank())
        {
            lexer.ReadToken();
        }

        lexer._tokens.Add(new Token(TokenKind.End, "", text.Length, text.Length));
        return lexer._tokens;
    }

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    /// <summary>Skips white space and comments; false at the end of the text.</summary>
    private bool SkipBlank()
    {
        while (_at < _text.Length)
        {
            if (Letters.IsBlank(_text[_at]))
            {
                _at++;
            }
            else if (Peek() == '/' && Peek(1) == '/')
            {
                var end = _text.IndexOf('\n', _at);
                _at = end < 0 ? _text.Length : end;
            }
            else if (Peek() == '/' && Peek(1) == '*')
            {
                var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    Add(TokenKind.Invalid, "a comment without its end", _at);
                    _at = _text.Length;
                    return false;
                }

                _at = end + 2;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void ReadToken()
    {
        var first = Peek();
        if (char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ReadNumber();
        }
        else if (Letters.CanBeginName(first))
        {
            var start = _at;
            while (Letters.CanBeInName(Peek()))
            {
                _at++;
            }

            Add(TokenKind.Word, _text[start.._at], start);
        }
        else if (first == '"')
        {
            ReadText(TokenKind.Text, _at);
        }
        else if (first == '@' && Peek(1) == '"')
        {
            ReadText(TokenKind.At, _at++);
        }
        else
        {
            ReadSymbol();
        }
    }

    /// <summary>Digits with a fraction and an exponent; the dots of <c>1..5</c> belong to the range.</summary>
    private void ReadNumber()
    {
        var start = _at;
        SkipDigits();
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            _at++;
            SkipDigits();
        }

        var sign = Peek(1) is '+' or '-' ? 1 : 0;
        if (Peek() is 'e' or 'E' && char.IsAsciiDigit(Peek(1 + sign)))
        {
            _at += 1 + sign;
            SkipDigits();
        }

        Add(TokenKind.Number, _text[start.._at], start);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()))
        {
            _at++;
        }
    }

    private void ReadText(TokenKind kind, int start)
    {
        _at++;
        var content = new StringBuilder();
        while (_at < _text.Length && Peek() != '"')
        {
            if (Peek() == '\\')
            {
                ReadEscape(content);
            }
            else
            {
                content.Append(_text[_at++]);
            }
        }

        if (_at == _text.Length)
        {
            Add(TokenKind.Invalid, "a text without its closing quote", start);
            return;
        }

        _at++;
        Add(kind, content.ToString(), start);
    }

    /// <summary><c>\n \r \t \" \' \\</c>, <c>\u20AC</c> and <c>\U01F40E</c>; a backslash before anything else stands for itself.</summary>
    private void ReadEscape(StringBuilder content)
    {
        var digits = Peek(1) switch { 'u' => 4, 'U' => 6, _ => 0 };
        if (digits > 0 && _at + 2 + digits <= _text.Length
            && int.TryParse(_text.AsSpan(_at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && (digits == 4 || Rune.IsValid(code)))
        {
            content.Append(digits == 4 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
            _at += 2 + digits;
            return;
        }

        var (replacement, length) = Peek(1) switch
        {
            'n' => ('\n', 2),
            'r' => ('\r', 2),
            't' => ('\t', 2),
            '"' => ('"', 2),
            '\'' => ('\'', 2),
            '\\' => ('\\', 2),
            _ => ('\\', 1),
        };
        content.Append(replacement);
        _at += length;
    }

    private void ReadSymbol()
    {
        var start = _at;
        var symbol = LongSymbols.FirstOrDefault(candidate => string.CompareOrdinal(_text, start, candidate, 0, 2) == 0) ?? _text[start].ToString();
        _at += symbol.Length;
        var stranger = symbol switch
        {
            "&&" => "'&&', which FEEL writes 'and'",
            "||" => "'||', which FEEL writes 'or'",
            "!" => "'!', which FEEL writes not(…)",
            "\u201C" or "\u201D" or "\u201E" => "a curly quote: texts stand in straight double quotes",
            _ when symbol.Length == 2 || "+-*/=<>()[]{},:.?'".Contains(symbol[0], StringComparison.Ordinal) => null,
            _ => $"the character '{symbol}'",
        };
        Add(stranger is null ? TokenKind.Symbol : TokenKind.Invalid, stranger ?? symbol, start);
    }

    private void Add(TokenKind kind, string text, int start) => _tokens.Add(new Token(kind, text, start, _at));
}

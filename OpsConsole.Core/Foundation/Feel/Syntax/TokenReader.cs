using System.Text;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>
/// Walks along the tokens. The first failure is kept and moves to the end, so that whoever reads on finds nothing more and comes to an end.
/// </summary>
internal sealed class TokenReader(string text)
{
    private readonly List<Token> _tokens = Lexer.Read(text);
    private int _at;
    private int _depth;
    private int _operators;

    public FeelError? Error { get; private set; }

    public Token Current => _tokens[_at];

    public Token Peek(int ahead) => _tokens[Math.Clamp(_at + ahead, 0, _tokens.Count - 1)];

    /// <summary>The token as it was written.</summary>
    public string Raw(int ahead)
    {
        var token = Peek(ahead);
        return token.Kind is TokenKind.Word or TokenKind.Symbol or TokenKind.Number ? token.Text : text[token.Start..token.End];
    }

    /// <summary>The next tokens as they were written, with one space where there was any white space or comment between them.</summary>
    public string Written(int count)
    {
        var written = new StringBuilder();
        for (var index = 0; index < count; index++)
        {
            written.Append(index > 0 && Peek(index - 1).End < Peek(index).Start ? " " : "").Append(Raw(index));
        }

        return written.ToString();
    }

    public Token Next()
    {
        var token = Current;
        _at = Math.Min(_at + 1, _tokens.Count - 1);
        return token;
    }

    public void Skip(int count)
    {
        for (; count > 0; count--)
        {
            Next();
        }
    }

    public bool TakeSymbol(string symbol) => Take(Current.IsSymbol(symbol));

    public bool TakeWord(string word) => Take(Current.IsWord(word));

    public void ExpectSymbol(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            Fail($"'{symbol}'");
        }
    }

    /// <summary>The bracket that closes a type; in <c>list&lt;number&gt;=x</c> it was read as the first half of a comparison.</summary>
    public void ExpectTypeEnd()
    {
        if (Current.IsSymbol(">="))
        {
            _tokens[_at] = new Token(TokenKind.Symbol, "=", Current.Start + 1, Current.End);
            return;
        }

        ExpectSymbol(">");
    }

    public void ExpectWord(string word)
    {
        if (!TakeWord(word))
        {
            Fail($"'{word}'");
        }
    }

    public void Fail(string expected) => Refuse($"expected {expected}, found {Current}");

    public void Refuse(string message)
    {
        Error ??= new FeelError(Current.Start + 1, message);
        _at = _tokens.Count - 1;
    }

    /// <summary>Goes one level deeper; false at the bound. Every call is followed by <see cref="Leave"/>.</summary>
    public bool Enter()
    {
        if (++_depth > FeelLimits.Depth)
        {
            Refuse($"nested more than {FeelLimits.Depth} levels deep");
        }

        return Error is null;
    }

    public void Leave() => _depth--;

    /// <summary>Counts an operator of a chain such as <c>1 + 1 + 1</c>, which nests to the left however flat it looks.</summary>
    public void CountOperator()
    {
        if (++_operators > FeelLimits.Operators)
        {
            Refuse($"more than {FeelLimits.Operators} operators");
        }
    }

    private bool Take(bool matches)
    {
        if (matches)
        {
            Next();
        }

        return matches;
    }
}

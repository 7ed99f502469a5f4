using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>
/// Recursive descent over the grammar of DMN 1.5, 10.3.1.2, such as <c>if order.total &gt; 25 then "ask" else "go"</c>.
/// This part reads operators by precedence; the others read what they stand between. All infix operators associate to the left.
/// </summary>
internal sealed partial class Parser
{
    private static readonly FeelNode Nothing = new FeelNode.Literal(FeelValue.Null.Instance);

    private readonly TokenReader _tokens;
    private readonly NameReader _names;
    private readonly FeelNames _known;

    private Parser(string text, FeelNames names)
    {
        _tokens = new TokenReader(text);
        _names = new NameReader(_tokens, FeelNames.BuiltIns, names);
        _known = names;
    }

    /// <param name="names">What is in scope beside the built-in functions.</param>
    public static FeelNode? ParseExpression(string text, FeelNames names, out FeelError? error) =>
        Parse(new Parser(text, names), text.Length, parser => parser.Expression(), "an operator or the end", out error);

    public static FeelNode? ParseUnaryTests(string text, FeelNames names, out FeelError? error) =>
        Parse(new Parser(text, names), text.Length, parser => parser.UnaryTests(), Mistakes.AfterTest, out error);

    private static FeelNode? Parse(Parser parser, int length, Func<Parser, FeelNode> read, string expected, out FeelError? error)
    {
        if (length > FeelLimits.Source)
        {
            error = new FeelError(1, $"longer than {FeelLimits.Source} characters");
            return null;
        }

        var node = read(parser);
        if (parser._tokens.Current.Kind != TokenKind.End)
        {
            Mistakes.Refuse(parser._tokens, expected);
        }

        error = parser._tokens.Error;
        return error is null ? node : null;
    }

    private FeelNode Expression() => Expression(null);

    /// <param name="given">What was read already and is the beginning of the expression.</param>
    private FeelNode Expression(FeelNode? given)
    {
        var atRangeEnd = _atRangeEnd;
        _atRangeEnd = false;
        var node = _tokens.Enter() ? Operators(OperatorLevel.Disjunction, given) : Nothing;
        _tokens.Leave();
        _atRangeEnd = atRangeEnd;
        return node;
    }

    private FeelNode Sum(FeelNode? given) => Operators(OperatorLevel.Sum, given);

    /// <summary>Operands with the operators between them that bind at least like <paramref name="least"/>.</summary>
    private FeelNode Operators(OperatorLevel least, FeelNode? given)
    {
        var node = Negation(given);
        while (_tokens.Current.Level is var level && level >= least && level != OperatorLevel.None)
        {
            _tokens.CountOperator();
            var word = _tokens.Next().Text;
            node = word switch
            {
                "between" => Between(node),
                "in" => new FeelNode.In(node, InTests()),
                _ => new FeelNode.Binary(word, node, Operand(level, word)),
            };
        }

        return node;
    }

    private FeelNode Operand(OperatorLevel level, string word)
    {
        if (level == OperatorLevel.Comparison)
        {
            Mistakes.CheckComparison(_tokens, word);
        }

        return Operators(level + 1, null);
    }

    private FeelNode.Between Between(FeelNode value)
    {
        var low = Sum(null);
        _tokens.ExpectWord("and");
        return new FeelNode.Between(value, low, Sum(null));
    }

    /// <summary>The minus of a number belongs to it: <c>-1 instance of number</c>.</summary>
    private FeelNode Negation(FeelNode? given)
    {
        if (given is not null || !_tokens.TakeSymbol("-"))
        {
            return InstanceOf(given ?? Term());
        }

        if (_tokens.Current.Kind == TokenKind.Number)
        {
            return InstanceOf(Number("-"));
        }

        var node = _tokens.Enter() ? new FeelNode.Negation(Negation(null)) : Nothing;
        _tokens.Leave();
        return node;
    }

    private FeelNode InstanceOf(FeelNode term)
    {
        var node = Steps(term);
        while (_tokens.Current.IsWord("instance"))
        {
            _tokens.Next();
            _tokens.ExpectWord("of");
            _tokens.CountOperator();
            node = new FeelNode.InstanceOf(node, TypeName());
        }

        return node;
    }
}

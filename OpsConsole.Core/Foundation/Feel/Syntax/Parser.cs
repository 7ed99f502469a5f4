using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>
/// Recursive descent over the grammar of DMN 1.5, 10.3.1.2, such as <c>if order.total &gt; 25 then "ask" else "go"</c>.
/// This part reads operators by precedence; the others read what they stand between. All infix operators associate to the left.
/// </summary>
internal sealed partial class Parser
{
    private static readonly FeelNode Nothing = new FeelNode.Literal(FeelValue.Null.Instance);
    private static readonly string[] Comparisons = ["<=", ">=", "!=", "<", ">", "="];

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
        Parse(new Parser(text, names), text.Length, parser => parser.UnaryTests(), "',' or the end", out error);

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
        var node = _tokens.Enter() ? Disjunction(given) : Nothing;
        _tokens.Leave();
        _atRangeEnd = atRangeEnd;
        return node;
    }

    private FeelNode Disjunction(FeelNode? given) => Logic("or", Conjunction, given);

    private FeelNode Conjunction(FeelNode? given) => Logic("and", Comparison, given);

    private FeelNode Logic(string word, Func<FeelNode?, FeelNode> operand, FeelNode? given)
    {
        var node = operand(given);
        while (_tokens.TakeWord(word))
        {
            _tokens.CountOperator();
            node = new FeelNode.Binary(word, node, operand(null));
        }

        return node;
    }

    private FeelNode Comparison(FeelNode? given)
    {
        var node = Sum(given);
        while (true)
        {
            if (Array.Find(Comparisons, _tokens.Current.IsSymbol) is { } comparison)
            {
                _tokens.Next();
                node = new FeelNode.Binary(comparison, node, Compared(comparison));
            }
            else if (_tokens.TakeWord("between"))
            {
                var low = Sum(null);
                _tokens.ExpectWord("and");
                node = new FeelNode.Between(node, low, Sum(null));
            }
            else if (_tokens.TakeWord("in"))
            {
                node = new FeelNode.In(node, InTests());
            }
            else
            {
                return node;
            }

            _tokens.CountOperator();
        }
    }

    private FeelNode Compared(string comparison)
    {
        Mistakes.CheckComparison(_tokens, comparison);
        return Sum(null);
    }

    private FeelNode Sum(FeelNode? given) => Chain(Product, given, "+", "-");

    private FeelNode Product(FeelNode? given) => Chain(Power, given, "*", "/");

    private FeelNode Power(FeelNode? given) => Chain(Negation, given, "**", "**");

    private FeelNode Chain(Func<FeelNode?, FeelNode> operand, FeelNode? given, string one, string other)
    {
        var node = operand(given);
        while (_tokens.Current.IsSymbol(one) || _tokens.Current.IsSymbol(other))
        {
            _tokens.CountOperator();
            node = new FeelNode.Binary(_tokens.Next().Text, node, operand(null));
        }

        return node;
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

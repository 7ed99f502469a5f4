using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>
/// Recursive descent over the grammar of DMN 1.5, 10.3.1.2, such as <c>if order.total &gt; 25 then "ask" else "go"</c>.
/// This half reads operators by precedence; the other half reads what they stand between.
/// </summary>
internal sealed partial class Parser
{
    private static readonly FeelNode Nothing = new FeelNode.Literal(FeelValue.Null.Instance);
    private static readonly string[] Comparisons = ["<=", ">=", "!=", "<", ">", "="];

    private readonly TokenReader _tokens;
    private readonly NameReader _names;

    private Parser(string text, IEnumerable<string> names)
    {
        _tokens = new TokenReader(text);
        _names = new NameReader(_tokens, names);
    }

    /// <param name="names">Variables and functions whose names hold more than words.</param>
    public static FeelNode? ParseExpression(string text, IEnumerable<string> names, out FeelError? error) =>
        Parse(text, names, parser => parser.Expression(), "an operator or the end", out error);

    public static FeelNode? ParseUnaryTests(string text, IEnumerable<string> names, out FeelError? error) =>
        Parse(text, names, parser => parser.UnaryTests(), "',' or the end", out error);

    private static FeelNode? Parse(string text, IEnumerable<string> names, Func<Parser, FeelNode> read, string expected, out FeelError? error)
    {
        if (text.Length > FeelLimits.Source)
        {
            error = new FeelError(1, $"longer than {FeelLimits.Source} characters");
            return null;
        }

        var parser = new Parser(text, names);
        var node = read(parser);
        if (parser._tokens.Current.Kind != TokenKind.End)
        {
            parser._tokens.Fail(expected);
        }

        error = parser._tokens.Error;
        return error is null ? node : null;
    }

    private FeelNode Expression()
    {
        var node = _tokens.Enter() ? Disjunction() : Nothing;
        _tokens.Leave();
        return node;
    }

    private FeelNode Disjunction() => Chain(Conjunction, "or");

    private FeelNode Conjunction() => Chain(Comparison, "and");

    private FeelNode Chain(Func<FeelNode> operand, string word)
    {
        var node = operand();
        while (_tokens.TakeWord(word))
        {
            _tokens.CountOperator();
            node = new FeelNode.Binary(word, node, operand());
        }

        return node;
    }

    private FeelNode Comparison()
    {
        var node = Sum();
        while (true)
        {
            if (Array.Find(Comparisons, _tokens.Current.IsSymbol) is { } comparison)
            {
                _tokens.Next();
                node = new FeelNode.Binary(comparison, node, Sum());
            }
            else if (_tokens.TakeWord("between"))
            {
                var low = Sum();
                _tokens.ExpectWord("and");
                node = new FeelNode.Between(node, low, Sum());
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

    /// <summary>After <c>in</c>: one test, or several in parentheses. <c>(1..5)</c> is an open range and one test.</summary>
    private FeelNode.Tests InTests()
    {
        if (!_tokens.Current.IsSymbol("(") || IsOpenRange())
        {
            return new FeelNode.Tests([PositiveTest(Sum)], Negated: false);
        }

        _tokens.Next();
        var tests = new FeelNode.Tests(Alternatives(), Negated: false);
        _tokens.ExpectSymbol(")");
        return tests;
    }

    private bool IsOpenRange()
    {
        var depth = 0;
        for (var ahead = 0; _tokens.Peek(ahead).Kind != TokenKind.End; ahead++)
        {
            var token = _tokens.Peek(ahead);
            depth += token.IsSymbol("(") ? 1 : token.IsSymbol(")") ? -1 : 0;
            if (depth == 0 || (depth == 1 && token.IsSymbol(",")))
            {
                return false;
            }

            if (depth == 1 && token.IsSymbol(".."))
            {
                return true;
            }
        }

        return false;
    }

    private FeelNode UnaryTests()
    {
        if (_tokens.Current.IsSymbol("-") && _tokens.Peek(1).Kind == TokenKind.End)
        {
            _tokens.Next();
            return new FeelNode.Literal(FeelValue.Boolean.True);
        }

        if (!_tokens.Current.IsWord("not") || !_tokens.Peek(1).IsSymbol("("))
        {
            return new FeelNode.Tests(Alternatives(), Negated: false);
        }

        _tokens.Skip(2);
        var tests = new FeelNode.Tests(Alternatives(), Negated: true);
        _tokens.ExpectSymbol(")");
        return tests;
    }

    private List<FeelNode> Alternatives()
    {
        var tests = new List<FeelNode> { PositiveTest(Expression) };
        while (_tokens.TakeSymbol(","))
        {
            tests.Add(PositiveTest(Expression));
        }

        return tests;
    }

    private FeelNode PositiveTest(Func<FeelNode> read)
    {
        if (Array.Find(Comparisons, _tokens.Current.IsSymbol) is not { } comparison)
        {
            return read();
        }

        _tokens.Next();
        return new FeelNode.Binary(comparison, new FeelNode.Tested(), Sum());
    }

    private FeelNode Sum() => Chain(Product, "+", "-");

    private FeelNode Product() => Chain(Power, "*", "/");

    private FeelNode Power() => Chain(Negation, "**", "**");

    private FeelNode Chain(Func<FeelNode> operand, string one, string other)
    {
        var node = operand();
        while (_tokens.Current.IsSymbol(one) || _tokens.Current.IsSymbol(other))
        {
            _tokens.CountOperator();
            node = new FeelNode.Binary(_tokens.Next().Text, node, operand());
        }

        return node;
    }

    private FeelNode Negation()
    {
        if (!_tokens.TakeSymbol("-"))
        {
            return InstanceOf();
        }

        var node = _tokens.Enter() ? new FeelNode.Negation(Negation()) : Nothing;
        _tokens.Leave();
        return node;
    }

    private FeelNode InstanceOf()
    {
        var node = Steps();
        if (!_tokens.TakeWord("instance"))
        {
            return node;
        }

        _tokens.ExpectWord("of");
        return new FeelNode.InstanceOf(node, TypeName());
    }

    /// <summary>A type such as <c>number</c>, <c>date and time</c> or <c>list&lt;number&gt;</c>; what a list holds is not looked at.</summary>
    private string TypeName()
    {
        var name = _names.TryRead();
        if (name is null)
        {
            _tokens.Fail("the name of a type");
            return "";
        }

        if (_tokens.TakeSymbol("<"))
        {
            TypeName();
            _tokens.ExpectSymbol(">");
        }

        return name;
    }
}

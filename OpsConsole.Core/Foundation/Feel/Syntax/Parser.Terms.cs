using System.Globalization;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

internal sealed partial class Parser
{
    /// <summary>A term followed by any number of <c>.member</c>, <c>[filter]</c> and <c>(arguments)</c>.</summary>
    private FeelNode Steps()
    {
        var node = Term();
        while (true)
        {
            if (_tokens.TakeSymbol("."))
            {
                node = new FeelNode.Member(node, MemberName());
            }
            else if (!ClosesRange() && _tokens.TakeSymbol("["))
            {
                node = new FeelNode.Filter(node, Expression());
                _tokens.ExpectSymbol("]");
            }
            else if (node is FeelNode.Name or FeelNode.Member or FeelNode.Function && _tokens.TakeSymbol("("))
            {
                node = new FeelNode.Call(node, Arguments(")"));
            }
            else
            {
                return node;
            }

            _tokens.CountOperator();
        }
    }

    /// <summary>Whether the bracket here ends an open range, <c>]0..5[</c>, as nothing that could be a condition follows it.</summary>
    private bool ClosesRange() =>
        _tokens.Current.IsSymbol("[")
        && (_tokens.Peek(1).Kind == TokenKind.End || _tokens.Peek(1).Text is ")" or "]" or "}" or "," or "and" or "or" or "then" or "else" or "return" or "satisfies");

    private string MemberName()
    {
        if (_names.TryReadWords() is { } name)
        {
            return name;
        }

        if (_tokens.Current.Kind == TokenKind.Word)
        {
            return _tokens.Next().Text;
        }

        _tokens.Fail("the name of a member");
        return "";
    }

    private FeelNode Term()
    {
        var token = _tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _tokens.Next();
                return Number(token);
            case TokenKind.Text:
                _tokens.Next();
                return new FeelNode.Literal(new FeelValue.Text(token.Text));
            case TokenKind.At:
                return AtLiteral(token);
            case TokenKind.Symbol:
                return SymbolTerm(token);
            case TokenKind.Word:
                return WordTerm(token);
            default:
                _tokens.Fail("a value");
                return Nothing;
        }
    }

    private FeelNode Number(Token token)
    {
        if (decimal.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new FeelNode.Literal(new FeelValue.Number(number));
        }

        _tokens.Refuse($"the number {token.Text} is too large");
        return Nothing;
    }

    private FeelNode AtLiteral(Token token)
    {
        if (TemporalText.Read(token.Text) is { } value)
        {
            _tokens.Next();
            return new FeelNode.Literal(value);
        }

        _tokens.Refuse($"\"{token.Text}\" is no date, time or duration");
        return Nothing;
    }

    private FeelNode SymbolTerm(Token token)
    {
        switch (token.Text)
        {
            case "?":
                _tokens.Next();
                return new FeelNode.Tested();
            case "(":
                return Parenthesis();
            case "[":
                return ListOrRange();
            case "]":
                _tokens.Next();
                return RangeAfter(OperandOrNothing(), lowIncluded: false);
            case "{":
                _tokens.Next();
                return new FeelNode.ContextOf(Arguments("}"));
            default:
                _tokens.Fail("a value");
                return Nothing;
        }
    }

    private FeelNode WordTerm(Token token)
    {
        switch (token.Text)
        {
            case "null":
                _tokens.Next();
                return Nothing;
            case "true" or "false":
                _tokens.Next();
                return new FeelNode.Literal(FeelValue.Boolean.Of(token.Text == "true"));
            case "if":
                return If();
            case "for":
                return For();
            case "some" or "every":
                return Quantified(token.Text == "every");
            case "function":
                return Function();
        }

        if (_names.TryRead() is { } name)
        {
            return new FeelNode.Name(name);
        }

        _tokens.Fail("a value");
        return Nothing;
    }

    /// <summary><c>(a)</c>, <c>(a..b)</c>, or a range with one end such as <c>(&lt; 10)</c>.</summary>
    private FeelNode Parenthesis()
    {
        _tokens.Next();
        if (Array.Find(Comparisons, _tokens.Current.IsSymbol) is { } comparison and not "!=")
        {
            _tokens.Next();
            var end = Sum();
            _tokens.ExpectSymbol(")");
            return OneEnded(comparison, end);
        }

        var node = Expression();
        if (_tokens.Current.IsSymbol(".."))
        {
            return RangeAfter(node, lowIncluded: false);
        }

        _tokens.ExpectSymbol(")");
        return node;
    }

    private static FeelNode.Range OneEnded(string comparison, FeelNode end) => comparison switch
    {
        "<" or "<=" => new FeelNode.Range(null, LowIncluded: false, end, comparison == "<="),
        ">" or ">=" => new FeelNode.Range(end, comparison == ">=", null, HighIncluded: false),
        _ => new FeelNode.Range(end, LowIncluded: true, end, HighIncluded: true),
    };

    private FeelNode ListOrRange()
    {
        _tokens.Next();
        if (_tokens.TakeSymbol("]"))
        {
            return new FeelNode.ListOf([]);
        }

        var first = Expression();
        if (_tokens.Current.IsSymbol(".."))
        {
            return RangeAfter(first, lowIncluded: true);
        }

        var items = new List<FeelNode> { first };
        while (_tokens.TakeSymbol(","))
        {
            items.Add(Expression());
        }

        _tokens.ExpectSymbol("]");
        return new FeelNode.ListOf(items);
    }

    private FeelNode OperandOrNothing() => _tokens.Enter() ? Leave(Sum()) : Leave(Nothing);

    private FeelNode Leave(FeelNode node)
    {
        _tokens.Leave();
        return node;
    }

    private FeelNode.Range RangeAfter(FeelNode low, bool lowIncluded)
    {
        _tokens.ExpectSymbol("..");
        var high = OperandOrNothing();
        var highIncluded = _tokens.TakeSymbol("]");
        if (!highIncluded && !_tokens.TakeSymbol(")") && !_tokens.TakeSymbol("["))
        {
            _tokens.Fail("']', ')' or '[' at the end of the range");
        }

        return new FeelNode.Range(low, lowIncluded, high, highIncluded);
    }

    /// <summary>Arguments of a call by place or by name, or the entries of a context, up to <paramref name="end"/>.</summary>
    private List<FeelNode.Argument> Arguments(string end)
    {
        var arguments = new List<FeelNode.Argument>();
        if (_tokens.TakeSymbol(end))
        {
            return arguments;
        }

        do
        {
            var name = ArgumentName();
            if (name is null && end == "}")
            {
                _tokens.Fail("a name and ':'");
            }

            arguments.Add(new FeelNode.Argument(name, Expression()));
        }
        while (_tokens.TakeSymbol(","));

        _tokens.ExpectSymbol(end);
        return arguments;
    }

    private string? ArgumentName()
    {
        var length = 0;
        while (_tokens.Peek(length).Kind is TokenKind.Word or TokenKind.Number || _tokens.Peek(length).Text is "-" or "+" or "/" or "*" or "'")
        {
            length++;
        }

        if (length == 0 && _tokens.Current.Kind == TokenKind.Text)
        {
            length = 1;
        }

        if (length == 0 || !_tokens.Peek(length).IsSymbol(":"))
        {
            return null;
        }

        var name = string.Join(' ', Enumerable.Range(0, length).Select(index => _tokens.Peek(index).Text));
        _tokens.Skip(length + 1);
        return name;
    }
}

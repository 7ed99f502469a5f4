
namespace OpsConsole.Core.Foundation.Feel.Syntax;

internal sealed partial class Parser
{
    /// <summary>Whether the end of a range is being read, so that <c>[</c> may close it, as in <c>]0..5[</c>.</summary>
    private bool _atRangeEnd;

    /// <summary><c>(a)</c>, <c>(a..b)</c>, or a range written as a test such as <c>(&lt; 10)</c>.</summary>
    private FeelNode Parenthesis()
    {
        _tokens.Next();
        if (_tokens.Current.IsComparison)
        {
            var range = OneEnded();
            _tokens.ExpectSymbol(")");
            return range;
        }

        var node = Expression();
        if (_tokens.Current.IsSymbol(".."))
        {
            return RangeAfter(node, lowIncluded: false);
        }

        _tokens.ExpectSymbol(")");
        return node;
    }

    private FeelNode.Range OneEnded()
    {
        var comparison = _tokens.Next().Text;
        var end = Operand(OperatorLevel.Comparison, comparison);
        return comparison switch
        {
            "<" or "<=" => new FeelNode.Range(null, LowIncluded: false, end, comparison == "<="),
            ">" or ">=" => new FeelNode.Range(end, comparison == ">=", null, HighIncluded: false),
            _ => new FeelNode.Range(end, LowIncluded: true, end, HighIncluded: true, comparison),
        };
    }

    /// <summary>What begins with <c>[</c>. In <c>[]1..2[, x]</c> a range is the first item.</summary>
    private FeelNode ListOrRange()
    {
        _tokens.Next();
        if (_tokens.Current.IsSymbol("]") && !_tokens.Peek(1).IsLiteral)
        {
            _tokens.Next();
            return new FeelNode.ListOf([]);
        }

        var items = new List<FeelNode> { Item() };
        if (_tokens.Current.IsSymbol(".."))
        {
            return RangeAfter(items[0], lowIncluded: true);
        }

        while (_tokens.TakeSymbol(",") && _tokens.Error is null)
        {
            items.Add(Item());
        }

        _tokens.ExpectSymbol("]");
        return Knowing(new FeelNode.ListOf([.. items]), list => list.Items.Take(MostItemsLookedAt).Aggregate((FeelNames?)null, (known, item) => Both(known, MembersOf(item))));
    }

    private FeelNode Item() => _tokens.Current.IsComparison ? OneEnded() : Expression();

    /// <summary><c>]a..b]</c>.</summary>
    private FeelNode OpenRange()
    {
        _tokens.Next();
        return RangeAfter(End(), lowIncluded: false);
    }

    private FeelNode.Range RangeAfter(FeelNode low, bool lowIncluded)
    {
        _tokens.ExpectSymbol("..");
        var high = End();
        var highIncluded = _tokens.TakeSymbol("]");
        if (!highIncluded && !_tokens.TakeSymbol(")") && !_tokens.TakeSymbol("["))
        {
            _tokens.Fail("']', ')' or '[' at the end of the range");
        }

        return new FeelNode.Range(low, lowIncluded, high, highIncluded);
    }

    private FeelNode End()
    {
        var before = _atRangeEnd;
        _atRangeEnd = true;
        var node = _tokens.Enter() ? Sum(null) : Nothing;
        _tokens.Leave();
        _atRangeEnd = before;
        return node;
    }

    /// <summary>
    /// At the end of a range a bracket opens a filter only if one follows that is closed and after which the range can end:
    /// <c>[1..list[1]]</c>, but <c>]0..5[ = x</c>.
    /// </summary>
    private bool ClosesRange()
    {
        if (!_atRangeEnd)
        {
            return false;
        }

        var (brackets, others) = (0, 0);
        for (var ahead = 0; _tokens.Peek(ahead).Kind != TokenKind.End; ahead++)
        {
            switch (_tokens.Peek(ahead) is { Kind: TokenKind.Symbol } symbol ? symbol.Text : "")
            {
                case "(" or "{":
                    others++;
                    break;
                case ")" or "}" when --others < 0:
                    return true;
                case "[" when others == 0:
                    brackets++;
                    break;
                case "," when brackets == 1 && others == 0:
                    return true;
                case "]" when others == 0 && --brackets == 0:
                    return ahead == 1 || !CanFollowEnd(_tokens.Peek(ahead + 1));
            }
        }

        return true;
    }

    private static bool CanFollowEnd(Token token) => token.Kind == TokenKind.Symbol && token.Text is ("]" or ")" or "[" or "." or "+" or "-" or "*" or "/" or "**" or "(");

    /// <summary>Entries of a context up to its brace; each sees those before it, and a function sees itself.</summary>
    private FeelNode.ContextOf Context()
    {
        _tokens.Next();
        var entries = new List<FeelNode.Argument>();
        var depth = _names.Depth;
        var known = FeelNames.None;
        if (!_tokens.TakeSymbol("}"))
        {
            do
            {
                var key = Key(entries);
                if (_tokens.Current.IsWord("function"))
                {
                    _names.Bring(key, null);
                }

                var entry = new FeelNode.Argument(key, Expression());
                entries.Add(entry);
                known = known.With(key, MembersOf(entry.Value));
                _names.Bring(key, MembersOf(entry.Value));
            }
            while (_tokens.TakeSymbol(",") && _tokens.Error is null);

            _tokens.ExpectSymbol("}");
        }

        _names.Return(depth);
        return Knowing(new FeelNode.ContextOf([.. entries]), _ => known);
    }

    private string Key(List<FeelNode.Argument> before)
    {
        var key = _tokens.Current.Kind == TokenKind.Text && _tokens.Peek(1).IsSymbol(":") ? _tokens.Next().Text : _names.TryDeclare(token => token.IsSymbol(":"));
        if (key is null)
        {
            _tokens.Fail("a name and ':'");
        }
        else if (before.Exists(entry => entry.Name == key))
        {
            _tokens.Refuse($"the entry '{key}' stands twice");
        }

        _tokens.ExpectSymbol(":");
        return key ?? "";
    }
}

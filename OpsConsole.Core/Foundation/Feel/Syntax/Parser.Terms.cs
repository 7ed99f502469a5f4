using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

internal sealed partial class Parser
{
    /// <summary>A term followed by any number of <c>.member</c>, <c>[filter]</c> and <c>(arguments)</c>.</summary>
    private FeelNode Steps(FeelNode node)
    {
        while (true)
        {
            if (_tokens.TakeSymbol("."))
            {
                node = Member(node);
            }
            else if (_tokens.Current.IsSymbol("[") && !ClosesRange())
            {
                node = Filter(node);
            }
            else if (_tokens.TakeSymbol("("))
            {
                node = Knowing(new FeelNode.Call(node, [.. Arguments()]), call => MembersOf(call.Callee));
            }
            else
            {
                return node;
            }

            _tokens.CountOperator();
        }
    }

    private FeelNode.Member Member(FeelNode target)
    {
        var members = MembersOf(target);
        var name = _names.TryReadMember(members);
        if (name is null && _tokens.Current.Kind == TokenKind.Word)
        {
            name = _tokens.Next().Text;
        }
        else if (name is null)
        {
            _tokens.Fail("the name of a member");
        }

        return Knowing(new FeelNode.Member(target, name ?? ""), member => members?.MembersOf(member.MemberName));
    }

    /// <summary>The condition sees the members of an item.</summary>
    private FeelNode.Filter Filter(FeelNode target)
    {
        _tokens.Next();
        var depth = _names.Depth;
        var members = MembersOf(target);
        _names.Bring("item", members);
        if (members is not null)
        {
            _names.Bring(members);
        }

        var condition = Expression();
        _names.Return(depth);
        _tokens.ExpectSymbol("]");
        return Knowing(new FeelNode.Filter(target, condition), _ => members);
    }

    private List<FeelNode.Argument> Arguments()
    {
        var arguments = new List<FeelNode.Argument>();
        if (_tokens.TakeSymbol(")"))
        {
            return arguments;
        }

        do
        {
            var name = ArgumentName();
            if (arguments.Count > 0 && arguments[0].Name is null != name is null)
            {
                _tokens.Refuse("arguments go either all by name or all by place");
            }

            arguments.Add(new FeelNode.Argument(name, Expression()));
        }
        while (_tokens.TakeSymbol(",") && _tokens.Error is null);

        _tokens.ExpectSymbol(")");
        return arguments;
    }

    private string? ArgumentName()
    {
        var length = 0;
        while (NameReader.IsNamePart(_tokens.Peek(length)))
        {
            length++;
        }

        if (length == 0 || !_tokens.Peek(length).IsSymbol(":"))
        {
            return null;
        }

        var name = _tokens.Written(length);
        _tokens.Skip(length + 1);
        return name;
    }

    private FeelNode Term()
    {
        var token = _tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return Number("");
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
                Mistakes.Refuse(_tokens, "a value");
                return Nothing;
        }
    }

    private FeelNode Number(string sign)
    {
        var text = sign + _tokens.Next().Text;
        if (NumberText.TryRead(text, out var number))
        {
            return new FeelNode.Literal(new FeelValue.Number(number), text);
        }

        _tokens.Refuse($"the number {text} is too large");
        return Nothing;
    }

    private FeelNode AtLiteral(Token token)
    {
        if (TemporalText.Read(token.Text) is { } value)
        {
            _tokens.Next();
            return new FeelNode.Literal(value, token.Text);
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
                return OpenRange();
            case "{":
                return Context();
            default:
                Mistakes.Refuse(_tokens, "a value");
                return Nothing;
        }
    }

    private FeelNode WordTerm(Token token)
    {
        if (NameReader.IsKeyword(token) && !_names.StandsInScope())
        {
            switch (token.Text)
            {
                case "true" or "false":
                    _tokens.Next();
                    return new FeelNode.Literal(FeelValue.Boolean.Of(token.Text == "true"));
                case "null":
                    _tokens.Next();
                    return new FeelNode.Literal(FeelValue.Null.Instance);
                case "if":
                    return If();
                case "for":
                    return For();
                case "some" or "every":
                    return Quantified(token.Text == "every");
                case "function":
                    return Function();
            }
        }

        if (_names.TryRead() is { } name)
        {
            return Knowing(new FeelNode.Name(name), _ => _names.MembersOf(name));
        }

        _tokens.Fail("a value");
        return Nothing;
    }
}

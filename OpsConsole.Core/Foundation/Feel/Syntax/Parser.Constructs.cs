namespace OpsConsole.Core.Foundation.Feel.Syntax;

internal sealed partial class Parser
{
    private FeelNode.If If()
    {
        _tokens.ExpectWord("if");
        var condition = Expression();
        _tokens.ExpectWord("then");
        var then = Expression();
        _tokens.ExpectWord("else");
        return Knowing(new FeelNode.If(condition, then, Expression()), choice => Both(MembersOf(choice.Then), MembersOf(choice.Else)));
    }

    private FeelNode.For For()
    {
        _tokens.ExpectWord("for");
        var depth = _names.Depth;
        var iterators = Iterators();
        _tokens.ExpectWord("return");
        _names.Bring("partial", null);
        var body = Expression();
        _names.Return(depth);
        return Knowing(new FeelNode.For([.. iterators], body), loop => MembersOf(loop.Body));
    }

    private FeelNode.Quantified Quantified(bool every)
    {
        _tokens.Next();
        var depth = _names.Depth;
        var iterators = Iterators();
        _tokens.ExpectWord("satisfies");
        var condition = Expression();
        _names.Return(depth);
        return new FeelNode.Quantified(every, [.. iterators], condition);
    }

    /// <summary>Each source sees the names before it.</summary>
    private List<FeelNode.Iterator> Iterators()
    {
        var iterators = new List<FeelNode.Iterator>();
        do
        {
            var name = Declared(token => token.IsWord("in"));
            _tokens.ExpectWord("in");
            var source = Expression();
            iterators.Add(new FeelNode.Iterator(name, source, _tokens.TakeSymbol("..") ? Expression() : null));
            _names.Bring(name, MembersOf(source));
        }
        while (_tokens.TakeSymbol(",") && _tokens.Error is null);

        return iterators;
    }

    private FeelNode.Function Function()
    {
        _tokens.ExpectWord("function");
        var depth = _names.Depth;
        var parameters = Parameters();
        if (_tokens.Current.IsWord("external") && _tokens.Peek(1).IsSymbol("{"))
        {
            _tokens.Refuse("external functions (Java, PMML) are not supported: a decision runs nothing outside itself");
        }

        var body = Expression();
        _names.Return(depth);
        return Knowing(new FeelNode.Function([.. parameters], body), function => MembersOf(function.Body));
    }

    private List<FeelNode.Parameter> Parameters()
    {
        var parameters = new List<FeelNode.Parameter>();
        _tokens.ExpectSymbol("(");
        if (_tokens.TakeSymbol(")"))
        {
            return parameters;
        }

        do
        {
            var name = Declared(token => token.Text is ":" or "," or ")" && token.Kind == TokenKind.Symbol);
            if (parameters.Exists(parameter => parameter.Name == name))
            {
                _tokens.Refuse($"the parameter '{name}' stands twice");
            }

            parameters.Add(new FeelNode.Parameter(name, _tokens.TakeSymbol(":") ? TypeName() : null));
            _names.Bring(name, parameters[^1].Type?.Type.MemberNames());
        }
        while (_tokens.TakeSymbol(",") && _tokens.Error is null);

        _tokens.ExpectSymbol(")");
        return parameters;
    }

    private string Declared(Func<Token, bool> ends)
    {
        if (_names.TryDeclare(ends) is { } name)
        {
            return name;
        }

        _tokens.Fail("a name");
        return "";
    }
}

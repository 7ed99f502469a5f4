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
        return new FeelNode.If(condition, then, Expression());
    }

    private FeelNode.For For()
    {
        _tokens.ExpectWord("for");
        var iterators = Iterators();
        _tokens.ExpectWord("return");
        return new FeelNode.For(iterators, Expression());
    }

    private FeelNode.Quantified Quantified(bool every)
    {
        _tokens.Next();
        var iterators = Iterators();
        _tokens.ExpectWord("satisfies");
        return new FeelNode.Quantified(every, iterators, Expression());
    }

    private List<FeelNode.Iterator> Iterators()
    {
        var iterators = new List<FeelNode.Iterator>();
        do
        {
            var name = VariableName();
            _tokens.ExpectWord("in");
            var source = Expression();
            iterators.Add(new FeelNode.Iterator(name, source, _tokens.TakeSymbol("..") ? Expression() : null));
        }
        while (_tokens.TakeSymbol(","));

        return iterators;
    }

    private FeelNode.Function Function()
    {
        _tokens.ExpectWord("function");
        _tokens.ExpectSymbol("(");
        var parameters = new List<string>();
        while (!_tokens.Current.IsSymbol(")") && _tokens.Current.Kind != TokenKind.End)
        {
            parameters.Add(VariableName());
            if (_tokens.TakeSymbol(":"))
            {
                TypeName();
            }

            if (!_tokens.TakeSymbol(","))
            {
                break;
            }
        }

        _tokens.ExpectSymbol(")");
        return new FeelNode.Function(parameters, Expression());
    }

    private string VariableName()
    {
        if (_names.TryReadWords() is { } name)
        {
            return name;
        }

        _tokens.Fail("a name");
        return "";
    }
}

namespace OpsConsole.Core.Foundation.Feel.Syntax;

internal sealed partial class Parser
{
    /// <summary>
    /// A cell: <c>-</c>, tests with commas between them, or <c>not(…)</c> around them. What goes on after that parenthesis was the function
    /// <c>not</c>, as in <c>not(contains(?, "x")) and ? != "y"</c>.
    /// </summary>
    private FeelNode UnaryTests()
    {
        if (_tokens.Current.IsSymbol("-") && _tokens.Peek(1).Kind == TokenKind.End)
        {
            _tokens.Next();
            return new FeelNode.Anything();
        }

        if (!_tokens.Current.IsWord("not") || !_tokens.Peek(1).IsSymbol("("))
        {
            return new FeelNode.Tests([.. Alternatives()], Negated: false);
        }

        _tokens.Skip(2);
        var tests = Alternatives();
        _tokens.ExpectSymbol(")");
        if (_tokens.Current.Kind == TokenKind.End)
        {
            return new FeelNode.Tests([.. tests], Negated: true);
        }

        var first = Expression(new FeelNode.Call(new FeelNode.Name("not"), [.. tests.Select(test => new FeelNode.Argument(null, test))]));
        return new FeelNode.Tests([first, .. _tokens.TakeSymbol(",") ? Alternatives() : []], Negated: false);
    }

    private List<FeelNode> Alternatives()
    {
        var tests = new List<FeelNode>();
        do
        {
            tests.Add(PositiveTest(OperatorLevel.Disjunction));
        }
        while (_tokens.TakeSymbol(","));

        return tests;
    }

    private FeelNode PositiveTest(OperatorLevel least)
    {
        if (!_tokens.Current.IsComparison)
        {
            return least == OperatorLevel.Disjunction ? Expression() : Operators(least, null);
        }

        var comparison = _tokens.Next().Text;
        return new FeelNode.Binary(comparison, new FeelNode.Tested(), Operand(OperatorLevel.Comparison, comparison));
    }

    /// <summary>After <c>in</c>: one test, or several in parentheses. <c>(1..5)</c> is an open range and one test, <c>(a + b) * 2</c> one too.</summary>
    private FeelNode.Tests InTests()
    {
        if (!_tokens.TakeSymbol("("))
        {
            return new FeelNode.Tests([PositiveTest(OperatorLevel.Sum)], Negated: false);
        }

        var comparison = _tokens.Current.IsComparison;
        var tests = new List<FeelNode> { PositiveTest(OperatorLevel.Disjunction) };
        if (!comparison && _tokens.Current.IsSymbol(".."))
        {
            return new FeelNode.Tests([Sum(RangeAfter(tests[0], lowIncluded: false))], Negated: false);
        }

        if (_tokens.TakeSymbol(","))
        {
            tests.AddRange(Alternatives());
        }

        _tokens.ExpectSymbol(")");
        return new FeelNode.Tests(comparison || tests.Count > 1 ? [.. tests] : [Sum(tests[0])], Negated: false);
    }
}

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>One piece of an expression's text.</summary>
/// <param name="Text">The word, symbol or digits; the content of a text literal; for an invalid piece what is wrong with it.</param>
/// <param name="Start">Its first character, from 0.</param>
/// <param name="End">The character after its last.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    /// <summary>How tightly it binds as an infix operator.</summary>
    public OperatorLevel Level => Kind switch
    {
        TokenKind.Symbol => Text switch
        {
            "=" or "!=" or "<" or "<=" or ">" or ">=" => OperatorLevel.Comparison,
            "+" or "-" => OperatorLevel.Sum,
            "*" or "/" => OperatorLevel.Product,
            "**" => OperatorLevel.Power,
            _ => OperatorLevel.None,
        },
        TokenKind.Word => Text switch
        {
            "or" => OperatorLevel.Disjunction,
            "and" => OperatorLevel.Conjunction,
            "between" or "in" => OperatorLevel.Comparison,
            _ => OperatorLevel.None,
        },
        _ => OperatorLevel.None,
    };

    public bool IsLiteral => Kind is TokenKind.Number or TokenKind.Text or TokenKind.At;

    public bool IsComparison => Kind == TokenKind.Symbol && Level == OperatorLevel.Comparison;

    public override string ToString() => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Invalid => Text,
        TokenKind.Text => $"the text \"{Text}\"",
        _ => $"'{Text}'",
    };
}

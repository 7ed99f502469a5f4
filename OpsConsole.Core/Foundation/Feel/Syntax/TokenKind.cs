namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>What a piece of an expression's text is.</summary>
internal enum TokenKind
{
    /// <summary>One word of a name, or a keyword.</summary>
    Word,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text in double quotes; <see cref="Token.Text"/> is what it stands for.</summary>
    Text,

    /// <summary>A date, time or duration written <c>@"2026-11-17"</c>.</summary>
    At,

    /// <summary>An operator or punctuation.</summary>
    Symbol,

    /// <summary>A character that cannot begin anything, or a text that does not end.</summary>
    Invalid,

    /// <summary>The end of the text.</summary>
    End,
}

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>Says in words what people who know other languages usually meant.</summary>
internal static class Mistakes
{
    /// <summary>What is expected after a test of a cell.</summary>
    public const string AfterTest = "',' or the end";

    /// <summary>Refuses what stands here where <paramref name="expected"/> should stand.</summary>
    public static void Refuse(TokenReader tokens, string expected)
    {
        if ((Meant(tokens) ?? MeantInCell(tokens, expected)) is { } meant)
        {
            tokens.Refuse($"expected {expected}, found {meant}");
        }
        else
        {
            tokens.Fail(expected);
        }
    }

    /// <summary><c>==</c>, <c>=&gt;</c>, <c>=&lt;</c> and <c>&lt;&gt;</c>, whose first half was read as a comparison.</summary>
    public static void CheckComparison(TokenReader tokens, string first)
    {
        if (tokens.Current.Kind != TokenKind.Symbol || tokens.Current.Start != tokens.Peek(-1).End)
        {
            return;
        }

        var meant = (first, tokens.Current.Text) switch
        {
            ("=", "=") => "'==', which FEEL writes '='",
            ("=", ">") => "'=>', which FEEL writes '>='",
            ("=", "<") => "'=<', which FEEL writes '<='",
            ("<", ">") => "'<>', which FEEL writes '!='",
            ("!=", "=") => "'!==', which FEEL writes '!='",
            _ => null,
        };
        if (meant is not null)
        {
            tokens.Refuse($"expected a value, found {meant}");
        }
    }

    /// <summary>After a comparison, a cell goes on with a comma only: <c>&gt;= 18 and &lt; 65</c>.</summary>
    private static string? MeantInCell(TokenReader tokens, string expected) => tokens.Current switch
    {
        _ when expected != AfterTest => null,
        { Kind: TokenKind.Word, Text: "and" } => "'and': two bounds are one range, as in [18..65)",
        { Kind: TokenKind.Word, Text: "or" } => "'or': alternatives have a comma between them",
        _ => null,
    };

    private static string? Meant(TokenReader tokens)
    {
        var token = tokens.Current;
        if (token.Kind == TokenKind.Symbol)
        {
            return token.Text switch
            {
                "'" => "a single quote: texts stand in double quotes",
                ".." => "'..': a range stands in brackets, as in [1..5]",
                "?" => "'?': FEEL chooses with if … then … else …",
                "," when tokens.Peek(-1).Kind == TokenKind.Number && tokens.Peek(1).Kind == TokenKind.Number => "',': the fraction of a number follows a point, as in 1.5",
                _ => null,
            };
        }

        return token.IsWord("null") && tokens.Peek(-1).IsWord("is") ? "'null': FEEL asks with = null" : null;
    }
}

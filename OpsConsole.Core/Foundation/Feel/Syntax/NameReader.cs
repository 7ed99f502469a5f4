using System.Collections.Frozen;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>
/// Reads names, which in FEEL may hold spaces and even operators (DMN 1.5, 10.3.1.4). A name that is known wins, the longest first, so that
/// <c>date and time(x)</c> and a variable <c>profit-loss</c> are one name each. Else all words up to the next keyword are one name:
/// two names side by side mean nothing else in FEEL.
/// </summary>
internal sealed class NameReader(TokenReader tokens, IEnumerable<string> known)
{
    private static readonly FrozenSet<string> Keywords = new[]
    {
        "and", "or", "between", "in", "if", "then", "else", "for", "return", "some", "every", "satisfies", "instance", "of", "function", "true", "false", "null",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Known names of more than one token, the longest first.</summary>
    private readonly List<KnownName> _known =
        [.. known.Select(name => new KnownName(name, Split(name))).Where(name => name.Words.Length > 1).OrderByDescending(name => name.Words.Length)];

    public static bool IsKeyword(Token token) => token.Kind == TokenKind.Word && Keywords.Contains(token.Text);

    /// <summary>The name that stands here, or null, with nothing taken, when there is none.</summary>
    public string? TryRead()
    {
        if (_known.Find(name => Matches(name.Words)) is { } found)
        {
            tokens.Skip(found.Words.Length);
            return found.Name;
        }

        return TryReadWords();
    }

    /// <summary>The name of a member: only words, as no member is known beforehand.</summary>
    public string? TryReadWords()
    {
        if (tokens.Current.Kind != TokenKind.Word || IsKeyword(tokens.Current))
        {
            return null;
        }

        var name = tokens.Next().Text;
        while (tokens.Current.Kind == TokenKind.Word && !IsKeyword(tokens.Current))
        {
            name += " " + tokens.Next().Text;
        }

        return name;
    }

    private static string[] Split(string name) => [.. Lexer.Read(name).Where(token => token.Kind != TokenKind.End).Select(token => token.Text)];

    private bool Matches(string[] words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            var token = tokens.Peek(index);
            if (token.Kind is not (TokenKind.Word or TokenKind.Symbol or TokenKind.Number) || token.Text != words[index])
            {
                return false;
            }
        }

        return true;
    }

    private sealed record KnownName(string Name, string[] Words);
}

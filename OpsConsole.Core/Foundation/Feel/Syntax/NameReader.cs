using System.Collections.Frozen;

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>
/// Reads names, which in FEEL may hold spaces and even operators (DMN 1.5, 10.3.1.4). The longest name in scope wins, so that
/// <c>date and time(x)</c> and a variable <c>profit-loss</c> are one name each. What is not in scope is read as words up to the next keyword:
/// two names side by side mean nothing else in FEEL. <c>of</c> is a keyword only after <c>instance</c>.
/// </summary>
/// <param name="names">What is in scope from the beginning; when nothing is, neighbouring words are always one name.</param>
internal sealed class NameReader(TokenReader tokens, FeelNames builtIns, FeelNames names)
{
    private static readonly FrozenSet<string> Keywords = new[]
    {
        "and", "or", "between", "in", "if", "then", "else", "for", "return", "some", "every", "satisfies", "instance", "of", "function", "true", "false", "null",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly bool _open = names.IsEmpty;
    private readonly List<FeelNames> _frames = names.IsEmpty ? [builtIns] : [builtIns, names];

    /// <summary>How many frames stand now; <see cref="Return"/> takes off what was put on since.</summary>
    public int Depth => _frames.Count;

    public static bool IsKeyword(Token token) => token.Kind == TokenKind.Word && Keywords.Contains(token.Text);

    /// <summary>Whether a name is nothing but words, so that it can be read wherever a name may stand.</summary>
    public static bool IsPlain(string name) =>
        name.Length > 0 && Letters.CanBeginName(name[0]) && name.All(letter => letter == ' ' || Letters.CanBeInName(letter))
        && name.Split(' ') is var words && !Keywords.Contains(words[0]) && words.All(word => word.Length > 0 && (Letters.CanBeginName(word[0]) || word.All(char.IsAsciiDigit)));

    /// <summary>From here on these names are in scope too.</summary>
    public void Bring(FeelNames frame) => _frames.Add(frame);

    public void Bring(string name, FeelNames? members) => Bring(FeelNames.None.With(name, members));

    public void Return(int depth) => _frames.RemoveRange(depth, _frames.Count - depth);

    public FeelNames? MembersOf(string name)
    {
        for (var index = _frames.Count - 1; index >= 0; index--)
        {
            if (_frames[index].Contains(name))
            {
                return _frames[index].MembersOf(name);
            }
        }

        return null;
    }

    /// <summary>A name in scope that begins with a keyword, such as <c>for sale</c>.</summary>
    public bool StandsInScope() => Longest()?.Parts.Length > 1;

    /// <summary>The name that stands here, or null, with nothing taken, when there is none.</summary>
    public string? TryRead() => Choose(Longest(), _open);

    /// <summary>The name of a member, of which <paramref name="members"/> are known.</summary>
    public string? TryReadMember(FeelNames? members) => Choose(members?.Index.Longest(tokens), open: members is null || members.IsEmpty);

    /// <summary>A name that is being made: everything up to what ends it, if that could be a name.</summary>
    public string? TryDeclare(Func<Token, bool> ends)
    {
        var length = 0;
        while (!ends(tokens.Peek(length)) && IsNamePart(tokens.Peek(length)))
        {
            length++;
        }

        if (!ends(tokens.Peek(length)) || length == 0 || tokens.Current.Kind != TokenKind.Word || IsKeyword(tokens.Current))
        {
            return TryReadWords();
        }

        return Take(length);
    }

    public static bool IsNamePart(Token token) =>
        token.Kind is TokenKind.Word or TokenKind.Number || (token.Kind == TokenKind.Symbol && token.Text is "-" or "+" or "*" or "**" or "/" or "'" or "." or "?");

    private string? Choose(NameIndex.KnownName? known, bool open)
    {
        if (known is null || (open && CountWords() > known.Parts.Length))
        {
            return TryReadWords();
        }

        tokens.Skip(known.Parts.Length);
        return known.Name;
    }

    private NameIndex.KnownName? Longest()
    {
        NameIndex.KnownName? longest = null;
        for (var index = _frames.Count - 1; index >= 0; index--)
        {
            if (_frames[index].Index.Longest(tokens) is { } found && found.Parts.Length > (longest?.Parts.Length ?? 0))
            {
                longest = found;
            }
        }

        return longest is { Parts.Length: 1 } && IsKeyword(tokens.Current) ? null : longest;
    }

    private string? TryReadWords() => CountWords() is > 0 and var count ? Take(count) : null;

    private int CountWords()
    {
        var count = 0;
        while (tokens.Peek(count) is { Kind: TokenKind.Word } token && (!IsKeyword(token) || (count > 0 && token.Text == "of")))
        {
            count++;
        }

        return count;
    }

    private string Take(int count)
    {
        var name = tokens.Written(count);
        tokens.Skip(count);
        return name;
    }
}

namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>Known names by their first token, the longest first, so that the longest that stands at a place is found at once.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, List<KnownName>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>The only name, for the many sets of one that an expression itself makes.</summary>
    private readonly KnownName? _only;

    public NameIndex(IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            var known = new KnownName(name, Split(name));
            if (names.Count == 1)
            {
                _only = known;
            }
            else if (known.Parts.Length > 0)
            {
                (_byFirst.TryGetValue(known.Parts[0], out var same) ? same : _byFirst[known.Parts[0]] = []).Add(known);
            }
        }

        foreach (var same in _byFirst.Values)
        {
            same.Sort((one, other) => other.Parts.Length.CompareTo(one.Parts.Length));
        }
    }

    /// <summary>The longest of the names that stands where the reader is; white space between its parts does not matter.</summary>
    public KnownName? Longest(TokenReader tokens)
    {
        if (_only is not null)
        {
            return _only.Parts.Length > 0 && Stands(_only, tokens) ? _only : null;
        }

        if (!_byFirst.TryGetValue(tokens.Raw(0), out var candidates))
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            if (Stands(candidate, tokens))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string[] Split(string name)
    {
        if (name.Length > 0 && Letters.CanBeginName(name[0]) && name.All(Letters.CanBeInName))
        {
            return [name];
        }

        var tokens = Lexer.Read(name);
        return [.. tokens.Take(tokens.Count - 1).Select(token => name[token.Start..token.End])];
    }

    private static bool Stands(KnownName name, TokenReader tokens)
    {
        for (var index = 0; index < name.Parts.Length; index++)
        {
            if (tokens.Raw(index) != name.Parts[index])
            {
                return false;
            }
        }

        return true;
    }

    internal sealed record KnownName(string Name, string[] Parts);
}

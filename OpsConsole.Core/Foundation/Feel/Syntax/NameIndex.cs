namespace OpsConsole.Core.Foundation.Feel.Syntax;

/// <summary>Known names by their first token, the longest first, so that the longest that stands at a place is found at once.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, List<KnownName>> _byFirst = new(StringComparer.Ordinal);

    public NameIndex(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var tokens = Lexer.Read(name);
            string[] parts = [.. tokens.Take(tokens.Count - 1).Select(token => name[token.Start..token.End])];
            if (parts.Length > 0)
            {
                (_byFirst.TryGetValue(parts[0], out var same) ? same : _byFirst[parts[0]] = []).Add(new KnownName(name, parts));
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

    private static bool Stands(KnownName name, TokenReader tokens)
    {
        for (var index = 1; index < name.Parts.Length; index++)
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

using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Slots;

/// <summary>
/// Reads options of a product out of words: <c>color silver</c>, <c>size M</c>, <c>30-50 lbs</c>. A value that says little by itself
/// (yes, M, 10) counts only beside its option's name.
/// </summary>
public sealed class OptionWords
{
    private readonly IReadOnlyList<Entry> _entries;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _names;

    /// <param name="known">Every option name with a value that occurs.</param>
    public OptionWords(IEnumerable<KeyValuePair<string, string>> known)
    {
        var pairs = known.Distinct().ToList();
        _names = pairs.Select(pair => pair.Key).Distinct().ToDictionary(name => name, Words.Stems, StringComparer.Ordinal);
        var values = pairs.ToLookup(pair => string.Join(' ', Words.Stems(pair.Value)), StringComparer.Ordinal);
        _entries = [.. pairs.Select(pair => new Entry(
                pair.Key, pair.Value, _names[pair.Key], Words.Stems(pair.Value), SpeaksForItself(pair.Value) && values[string.Join(' ', Words.Stems(pair.Value))].Count() == 1))
            .Where(entry => entry.ValueWords.Count > 0)];
    }

    /// <summary>Uses the options that stand between two places, and answers with them; one option may be given several values.</summary>
    public IReadOnlyList<(string Name, string Value)> Read(Passage passage, int from, int to)
    {
        var found = new List<(string Name, string Value)>();
        for (var at = from; at < to; at++)
        {
            if (passage.IsUsed(at))
            {
                continue;
            }

            var best = _entries.Select(entry => (entry, places: Match(passage, entry, at, to))).Where(pair => pair.places is not null)
                .OrderByDescending(pair => pair.places!.Count).FirstOrDefault();
            if (best.places is null)
            {
                continue;
            }

            passage.Use(best.places);
            found.Add((best.entry.Name, best.entry.Value));
        }

        return found;
    }

    /// <summary>Uses "same size", "same options" and answers whether anything of the kind was said.</summary>
    public bool ReadSame(Passage passage, int from, int to)
    {
        var said = false;
        for (var at = from; at < to; at++)
        {
            if (passage.IsUsed(at) || passage.Tokens[at].Word is not ("same" or "identical"))
            {
                continue;
            }

            passage.Use(at);
            said = true;
            if (at > from && passage.Tokens[at - 1].Word is "otherwise" or "else" or "exact" or "exactly")
            {
                passage.Use(at - 1);
            }

            foreach (var name in _names.Values.Where(name => name.Count > 0 && Sequence(passage, name, at + 1, to) is not null))
            {
                passage.Use(Enumerable.Range(at + 1, name.Count));
            }
        }

        return said;
    }

    private static List<int>? Match(Passage passage, Entry entry, int at, int to)
    {
        if (Sequence(passage, entry.NameWords, at, to) is { } name)
        {
            var next = name[^1] + 1;
            next = next < to && passage.Tokens[next].Word is ":" or "=" or "of" or "is" ? next + 1 : next;
            return Sequence(passage, entry.ValueWords, next, to) is { } value ? [.. name, .. value] : null;
        }

        if (Sequence(passage, entry.ValueWords, at, to) is not { } alone)
        {
            return null;
        }

        return Sequence(passage, entry.NameWords, alone[^1] + 1, to) is { } after ? [.. alone, .. after] : entry.IsPlain ? alone : null;
    }

    private static List<int>? Sequence(Passage passage, IReadOnlyList<string> stems, int from, int to)
    {
        var places = new List<int>(stems.Count);
        var at = from;
        foreach (var stem in stems)
        {
            while (at < to && places.Count > 0 && passage.Tokens[at].Word is "-" or "+" or "/" or "&")
            {
                at++;
            }

            if (at >= to || passage.IsUsed(at) || passage.Tokens[at].Stem != stem)
            {
                return null;
            }

            places.Add(at++);
        }

        return places.Count == 0 ? null : places;
    }

    private static bool SpeaksForItself(string value) =>
        value.Length >= 3 && value.Any(char.IsLetter) && !Vocabulary.Harmless.Contains(value.ToLowerInvariant()) && !Vocabulary.Conditions.Contains(value.ToLowerInvariant()) && value.ToLowerInvariant() is not "yes";

    private sealed record Entry(string Name, string Value, IReadOnlyList<string> NameWords, IReadOnlyList<string> ValueWords, bool IsPlain);
}

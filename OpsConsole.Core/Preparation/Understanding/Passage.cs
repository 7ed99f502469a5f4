namespace OpsConsole.Core.Preparation.Understanding;

/// <summary>
/// The part of a message that one request is read from. Whoever understands a token uses it; what remains unused in the end was not
/// understood, and then nothing is proposed from it.
/// </summary>
public sealed class Passage
{
    private readonly string _message;
    private readonly bool[] _used;

    public Passage(string message, IReadOnlyList<Token> tokens)
    {
        _message = message;
        Tokens = tokens;
        _used = new bool[tokens.Count];
    }

    public IReadOnlyList<Token> Tokens { get; }

    public string Message => _message;

    /// <summary>The same tokens with the same use so far; using the copy leaves this one alone.</summary>
    public Passage Copy()
    {
        var copy = new Passage(_message, Tokens);
        _used.CopyTo(copy._used, 0);
        return copy;
    }

    public bool IsUsed(int at) => _used[at];

    public bool IsFree(int at) => at >= 0 && at < Tokens.Count && !_used[at];

    public void Use(int at) => _used[at] = true;

    public void Use(IEnumerable<int> places)
    {
        foreach (var at in places)
        {
            _used[at] = true;
        }
    }

    /// <summary>Uses the tokens that lie within a range of the message's characters; answers how many.</summary>
    public int UseCharacters(int start, int end)
    {
        var count = 0;
        for (var at = 0; at < Tokens.Count; at++)
        {
            if (Tokens[at].Start >= start && Tokens[at].End <= end)
            {
                _used[at] = true;
                count++;
            }
        }

        return count;
    }

    /// <summary>Finds the phrase among free tokens; the first place, or null.</summary>
    public IReadOnlyList<int>? Find(Phrase phrase, int from = 0)
    {
        for (var at = from; at < Tokens.Count; at++)
        {
            if (!_used[at] && phrase.MatchAt(Tokens, at) is { } places && places.All(place => !_used[place]))
            {
                return places;
            }
        }

        return null;
    }

    /// <summary>The message's own words from one token to another, both included.</summary>
    public string Text(int from, int to) => _message[Tokens[from].Start..Tokens[to].End];

    /// <summary>What nobody understood, as the message says it, one text per run of words; function words between them belong to the run.</summary>
    public IReadOnlyList<string> Unused(IReadOnlySet<string> harmless)
    {
        var texts = new List<string>();
        int first = -1, last = -1;
        for (var at = 0; at < Tokens.Count; at++)
        {
            if (_used[at] || Tokens[at].IsPunctuation || harmless.Contains(Tokens[at].Word) || harmless.Contains(Tokens[at].Stem))
            {
                continue;
            }

            if (first >= 0 && (Tokens[at].Sentence != Tokens[last].Sentence || at - last > 4))
            {
                texts.Add(Text(first, last));
                first = at;
            }

            first = first < 0 ? at : first;
            last = at;
        }

        if (first >= 0)
        {
            texts.Add(Text(first, last));
        }

        return texts;
    }
}

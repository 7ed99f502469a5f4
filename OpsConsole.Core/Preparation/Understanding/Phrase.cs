namespace OpsConsole.Core.Preparation.Understanding;

/// <summary>
/// Words to look for in a message. They match by stem, so that <c>cancel</c> finds <c>cancelled</c>; three dots stand for up to
/// <see cref="Gap"/> tokens: <c>take ... back</c> finds "take the lamp back".
/// </summary>
public sealed class Phrase
{
    /// <summary>How many tokens three dots may stand for.</summary>
    public const int Gap = 8;

    private readonly IReadOnlyList<IReadOnlyList<string>> _parts;

    public Phrase(string text)
    {
        Text = text;
        _parts = [.. text.Split("...", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Words.Stems).Where(part => part.Count > 0)];
    }

    public string Text { get; }

    /// <summary>How many words it has; of two phrases at one place the longer one says more.</summary>
    public int Length => _parts.Sum(part => part.Count);

    /// <summary>The places of its words when it begins at <paramref name="at"/>, else null.</summary>
    public IReadOnlyList<int>? MatchAt(IReadOnlyList<Token> tokens, int at)
    {
        var places = new List<int>(Length);
        for (var part = 0; part < _parts.Count; part++)
        {
            var found = part == 0 ? (IsAt(tokens, at, _parts[0]) ? at : -1) : FindWithin(tokens, places[^1] + 1, _parts[part]);
            if (found < 0)
            {
                return null;
            }

            places.AddRange(Enumerable.Range(found, _parts[part].Count));
        }

        return places.Count == 0 ? null : places;
    }

    private static int FindWithin(IReadOnlyList<Token> tokens, int from, IReadOnlyList<string> part)
    {
        for (var at = from; at < tokens.Count && at <= from + Gap && tokens[at].Sentence == tokens[from].Sentence; at++)
        {
            if (IsAt(tokens, at, part))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsAt(IReadOnlyList<Token> tokens, int at, IReadOnlyList<string> stems)
    {
        for (var index = 0; index < stems.Count; index++)
        {
            if (at + index >= tokens.Count || tokens[at + index].Stem != stems[index])
            {
                return false;
            }
        }

        return true;
    }
}

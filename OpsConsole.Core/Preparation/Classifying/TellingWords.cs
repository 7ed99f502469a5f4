using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>Words of a text as it has them, in place of the stems that a classifier sees: <c>coffee press</c> for <c>coffe press</c>.</summary>
internal static class TellingWords
{
    /// <summary>
    /// The words whose stems weigh most. Stems that stand together are told together; words such as <c>was</c> and <c>my</c> and what holds
    /// digits say nothing to a person and are told only where there is nothing else.
    /// </summary>
    /// <param name="stems">Stems and pairs of stems, the weightiest first.</param>
    public static IReadOnlyList<string> In(string text, IReadOnlyList<string> stems, int most)
    {
        var lines = TextFeatures.Lines(text).ToList();
        var telling = Pick(lines, stems, most, IsTelling);
        return telling.Count > 0 ? telling : Pick(lines, stems, most, token => token.Word.Any(char.IsLetter));
    }

    private static bool IsTelling(Token token) =>
        token.Word.Length > 1 && !token.Word.Any(char.IsDigit) && token.Word.Any(char.IsLetter) && !Vocabulary.Harmless.Contains(token.Word) && !Vocabulary.Harmless.Contains(token.Stem);

    private static List<string> Pick(List<(string Text, List<Token> Words)> lines, IReadOnlyList<string> stems, int most, Func<Token, bool> isTelling)
    {
        var found = new List<Stretch>();
        foreach (var stretch in stems.Select(stem => Find(lines, stem.Split(' '), isTelling)).OfType<Stretch>())
        {
            var at = found.FindIndex(stretch.Touches);
            if (at < 0 && found.Count < most)
            {
                found.Add(stretch);
            }
            else if (at >= 0)
            {
                found[at] = found[at].With(stretch);
            }
        }

        return [.. found.Select(stretch => lines[stretch.Line].Text[lines[stretch.Line].Words[stretch.From].Start..lines[stretch.Line].Words[stretch.To].End]).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Where the stems stand for the first time, without what does not tell at either end.</summary>
    private static Stretch? Find(List<(string Text, List<Token> Words)> lines, string[] stems, Func<Token, bool> isTelling)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            var words = lines[line].Words;
            for (var at = 0; at + stems.Length <= words.Count; at++)
            {
                if (stems.Index().All(stem => TextFeatures.Masked(words[at + stem.Index].Stem) == stem.Item))
                {
                    var told = Enumerable.Range(at, stems.Length).Where(place => isTelling(words[place])).ToList();
                    return told.Count == 0 ? null : new Stretch(line, told[0], told[^1]);
                }
            }
        }

        return null;
    }

    /// <summary>Words that follow each other in a line.</summary>
    private sealed record Stretch(int Line, int From, int To)
    {
        /// <summary>Whether both have a word in common.</summary>
        public bool Touches(Stretch other) => Line == other.Line && From <= other.To && other.From <= To;

        public Stretch With(Stretch other) => new(Line, Math.Min(From, other.From), Math.Max(To, other.To));
    }
}

using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>
/// What a classifier sees of a text: stems and pairs of stems, stems that stand at its beginning and at its end, and pieces of words, which
/// see through misspellings and endings. Digits are of no kind (<c>23010</c> and <c>4</c> are both <c>0</c>), so that no record's number is learnt.
/// </summary>
internal static class TextFeatures
{
    public const char Word = 'w';
    public const char Pair = 'p';
    public const char First = 'f';
    public const char Last = 'l';
    public const char Piece = 'c';

    /// <summary>More than this of a text adds nothing, and an endless one costs no more.</summary>
    private const int MostTokens = 4_000;

    private const int FirstLines = 2;
    private const int LastLines = 3;
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;

    /// <summary>Each feature with how often it stands in the text; the first letter tells its kind.</summary>
    public static Dictionary<string, int> Of(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = Split(text);
        foreach (var (line, (_, words)) in Lines(text).Index())
        {
            Add(counts, words, line < FirstLines, lines.Length > FirstLines && line >= lines.Length - LastLines);
        }

        return counts;
    }

    /// <summary>The lines of a text with the words that are looked at.</summary>
    public static IEnumerable<(string Text, List<Token> Words)> Lines(string text)
    {
        var left = MostTokens;
        foreach (var line in Split(text).TakeWhile(_ => left > 0))
        {
            var words = Words.Tokens(line).Where(IsTelling).Take(left).ToList();
            left -= words.Count;
            yield return (line, words);
        }
    }

    /// <summary>A feature as a person reads it; null for one that is no word.</summary>
    public static string? Readable(string feature) => feature[0] == Piece ? null : feature[1..].Replace('_', ' ');

    private static void Add(Dictionary<string, int> counts, List<Token> words, bool isFirst, bool isLast)
    {
        var before = "";
        foreach (var token in words)
        {
            var stem = Masked(token.Stem);
            Count(counts, $"{Word}{stem}");
            Count(counts, $"{Pair}{before}_{stem}");
            if (isFirst)
            {
                Count(counts, $"{First}{stem}");
            }

            if (isLast)
            {
                Count(counts, $"{Last}{stem}");
            }

            AddPieces(counts, $"^{token.Word}$");
            before = stem;
        }

        if (before.Length > 0)
        {
            Count(counts, $"{Pair}{before}_");
        }
    }

    private static void AddPieces(Dictionary<string, int> counts, string word)
    {
        if (word.Length - 2 < ShortestPiece || word.Any(char.IsDigit))
        {
            return;
        }

        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var start = 0; start + length <= word.Length; start++)
            {
                Count(counts, $"{Piece}{word.AsSpan(start, length)}");
            }
        }
    }

    private static string[] Split(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsTelling(Token token) => (!token.IsPunctuation || token.Word is "?" or "!") && !token.Word.Contains('@', StringComparison.Ordinal);

    /// <summary>A stem without its digits, which are of no kind.</summary>
    public static string Masked(string stem) => stem.Any(char.IsDigit) ? Mask(stem) : stem;

    private static string Mask(string stem)
    {
        var masked = new System.Text.StringBuilder(stem.Length);
        foreach (var letter in stem)
        {
            if (!char.IsDigit(letter))
            {
                masked.Append(letter);
            }
            else if (masked.Length == 0 || masked[^1] != '0')
            {
                masked.Append('0');
            }
        }

        return masked.ToString();
    }

    private static void Count(Dictionary<string, int> counts, string feature) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
}

using System.Text.RegularExpressions;

namespace OpsConsole.Core.Preparation.Understanding;

/// <summary>Cuts text into tokens and sentences, the same way for messages, cue phrases and the names in records, so that they can be compared.</summary>
public static partial class Words
{
    private static readonly string[] Abbreviations = ["st", "ave", "dr", "mr", "mrs", "ms", "no", "apt", "ste", "rd", "blvd", "e.g", "i.e", "etc", "str"];

    /// <summary>The tokens of a text, punctuation included.</summary>
    public static IReadOnlyList<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var sentence = 0;
        foreach (Match match in Pattern().Matches(text))
        {
            if (match.Value == "\n")
            {
                sentence++;
                continue;
            }

            var word = match.Value.ToLowerInvariant().Replace('’', '\'');
            tokens.Add(new Token(word, Stem(word), match.Index, match.Index + match.Length, sentence));
            if (match.Value is "." or "?" or "!" && EndsSentence(text, match, tokens))
            {
                sentence++;
            }
        }

        return tokens;
    }

    /// <summary>The stems of a phrase's words, without punctuation.</summary>
    public static IReadOnlyList<string> Stems(string phrase) =>
        [.. Tokens(phrase).Where(token => !token.IsPunctuation).Select(token => token.Stem)];

    /// <summary>Takes the commonest English endings off; words with digits and very short words stay as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= 3 || word.Any(letter => !char.IsLetter(letter)))
        {
            return word;
        }

        var stem = word switch
        {
            _ when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
            _ when word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 5 => Undouble(word[..^3]),
            _ when word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 4 => Undouble(word[..^2]),
            _ when word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) => word[..^2],
            _ when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) => word[..^1],
            _ => word,
        };
        return stem.Length > 3 && stem.EndsWith('e') ? stem[..^1] : stem.EndsWith('i') ? stem[..^1] + "y" : stem;
    }

    private static string Undouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'z') ? stem[..^1] : stem;

    private static bool EndsSentence(string text, Match mark, List<Token> tokens) =>
        mark.Index + 1 >= text.Length
        || (char.IsWhiteSpace(text[mark.Index + 1]) && (mark.Value != "." || tokens.Count < 2 || !Abbreviations.Contains(tokens[^2].Word)));

    [GeneratedRegex(@"\n|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|#?[\p{L}\p{N}_]+(?:['’.][\p{L}\p{N}_]+)*|\S")]
    private static partial Regex Pattern();
}

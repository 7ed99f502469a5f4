using System.Text.RegularExpressions;
using OpsConsole.Core.Foundation.Text;

namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>Cuts a text into sentences, citations included: those that stand behind a full stop belong to the sentence before it.</summary>
internal static partial class Sentences
{
    /// <summary>Abbreviations whose full stop ends nothing; small letters, in the languages that are written most.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "st", "no", "nr", "art", "e.g", "i.e", "etc", "approx", "incl", "excl", "ca", "z.b", "d.h", "bzw", "str", "tel", "mme", "mlle", "sr", "sra", "dott", "sig", "dhr", "mevr", "p.ej", "p.s", "vs", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez", "avr", "juil", "févr", "janv",
    };

    public static IReadOnlyList<(int Start, int End)> Split(string text)
    {
        var found = new List<(int, int)>();
        var start = 0;
        foreach (Match mark in Ends().Matches(text))
        {
            if (mark.Value[0] != '\n' && (IsAbbreviation(text, mark.Index) || IsOrdinal(text, mark)))
            {
                continue;
            }

            Add(text, start, mark.Index + mark.Length, found);
            start = mark.Index + mark.Length;
        }

        Add(text, start, text.Length, found);
        return found;
    }

    private static void Add(string text, int start, int end, List<(int, int)> found)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            found.Add((start, end));
        }
    }

    private static bool IsAbbreviation(string text, int stop)
    {
        var from = stop;
        while (from > 0 && (char.IsLetter(text[from - 1]) || (text[from - 1] == '.' && from > 1 && char.IsLetter(text[from - 2]))))
        {
            from--;
        }

        return text[stop] == '.' && from < stop && (from == 0 || !char.IsDigit(text[from - 1])) && (stop - from == 1 || Abbreviations.Contains(text[from..stop]));
    }

    /// <summary>"3. November", "Nr. 7": a number with a full stop before a word that goes on.</summary>
    private static bool IsOrdinal(string text, Match mark)
    {
        var next = mark.Index + mark.Length;
        if (text[mark.Index] != '.' || mark.Index == 0 || !char.IsDigit(text[mark.Index - 1]) || next >= text.Length)
        {
            return false;
        }

        var from = mark.Index - 1;
        while (from > 0 && char.IsDigit(text[from - 1]))
        {
            from--;
        }

        return WrittenDate.All(text[from..Math.Min(text.Length, next + 20)]).Any(day => day.Start == 0 && day.End > next - from);
    }

    [GeneratedRegex(@"\n+|[.!?…。]+[""”’)]*(?:\s*\[\d{1,3}\])*(?:\s+|$)")]
    private static partial Regex Ends();
}

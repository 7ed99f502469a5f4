using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>
/// Holds a text against the evidence, sentence by sentence: what it cites must be there and say so, and what it states without a citation must
/// stand somewhere. Pure and quick; it needs no model. What it cannot judge (a paraphrase without numbers, days, ids, names or states) it
/// leaves alone: <see cref="SentenceVerdict.NoClaim"/> is no praise.
/// </summary>
public static partial class TextCheck
{
    /// <summary>Longer texts are cut off; nobody reads them.</summary>
    private const int MostCharacters = 20_000;

    public static CheckedText Check(string text, Evidence evidence)
    {
        var read = text.Length > MostCharacters ? text[..MostCharacters] : text;
        return new CheckedText([.. Sentences.Split(read).Select(place => CheckSentence(read[place.Start..place.End], place.Start, evidence))]);
    }

    private static CheckedSentence CheckSentence(string sentence, int offset, Evidence evidence)
    {
        var cites = Cite().Matches(sentence).Select(match => new Citation(
            int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), offset + match.Index, offset + match.Index + match.Length)).ToList();
        var bare = Cite().Replace(sentence, match => new string(' ', match.Length));
        var about = new Subject(evidence, cites);
        var claims = ClaimReader.Read(bare, offset, evidence);
        about.Learn(claims);
        var problems = new List<CheckedProblem>();
        var found = new SortedSet<int>();
        foreach (var cite in cites)
        {
            if (evidence.Find(cite.Number) is null)
            {
                problems.Add(new CheckedProblem(cite.Start, cite.End, $"[{cite.Number}]", SentenceVerdict.Unsupported, $"There is no fact {cite.Number}.", null));
            }
        }

        List<Claim> all = [.. claims, .. about.States(bare, offset), .. about.OtherNames(bare, offset)];
        foreach (var claim in all)
        {
            switch (ClaimJudge.Judge(claim, about))
            {
                case { Problem: { } problem }:
                    problems.Add(problem);
                    break;
                case { Fact: { } fact }:
                    found.Add(fact);
                    break;
            }
        }

        problems.AddRange(about.Mismatches(claims));
        found.UnionWith(cites.Select(cite => cite.Number).Where(number => evidence.Find(number) is not null));
        var verdict = problems.Count > 0 ? problems.Max(problem => problem.Verdict)
            : all.Count > 0 || about.IsQuoted(bare) ? SentenceVerdict.Supported : SentenceVerdict.NoClaim;
        return new CheckedSentence(offset, offset + sentence.Length, verdict, [.. found], [.. problems.DistinctBy(problem => (problem.Start, problem.Word)).OrderBy(problem => problem.Start)]);
    }

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Cite();
}

using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Preparation.Verifying;

namespace OpsConsole.Controls;

/// <summary>
/// Prose that was held against the facts: sentences that no fact bears out, or that a fact says otherwise, are marked with a word, and the
/// words in question tell why when they are pointed at or focused. Nothing is left out.
/// </summary>
public sealed partial class CheckedProse
{
    private readonly string _id = ElementIds.Next("doubt");

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter, EditorRequired]
    public required CheckedText Check { get; set; }

    private IEnumerable<IReadOnlyList<Sentence>> Paragraphs
    {
        get
        {
            var paragraph = new List<Sentence>();
            var from = 0;
            foreach (var sentence in Check.Sentences.Where(sentence => sentence.Start >= 0 && sentence.End <= Text.Length && sentence.Start < sentence.End))
            {
                if (paragraph.Count > 0 && Text.AsSpan(from, Math.Max(0, sentence.Start - from)).Contains('\n'))
                {
                    yield return paragraph;
                    paragraph = [];
                }

                paragraph.Add(new Sentence(sentence.Verdict, [.. PartsOf(sentence)]));
                from = sentence.End;
            }

            if (paragraph.Count > 0)
            {
                yield return paragraph;
            }
        }
    }

    private IEnumerable<Part> PartsOf(CheckedSentence sentence)
    {
        var from = sentence.Start;
        foreach (var problem in sentence.Problems.Where(problem => problem.Start >= sentence.Start && problem.End <= sentence.End).OrderBy(problem => problem.Start))
        {
            if (problem.Start < from)
            {
                continue;
            }

            if (problem.Start > from)
            {
                yield return new Part(Text[from..problem.Start], null);
            }

            yield return new Part(Text[problem.Start..problem.End], problem);
            from = problem.End;
        }

        if (from < sentence.End)
        {
            yield return new Part(Text[from..sentence.End], null);
        }
    }

    private static string Name(SentenceVerdict verdict) => verdict switch
    {
        SentenceVerdict.NoClaim => "no-claim",
        SentenceVerdict.Supported => "supported",
        SentenceVerdict.Unsupported => "unsupported",
        SentenceVerdict.Contradicted => "contradicted",
    };

    private static string Word(SentenceVerdict verdict) => verdict == SentenceVerdict.Contradicted ? "contradicted" : "unsupported";

    private static string ToneOf(SentenceVerdict verdict) => (verdict == SentenceVerdict.Contradicted ? Tone.Bad : Tone.Warn).Class();

    private sealed record Part(string Text, CheckedProblem? Problem);

    private sealed record Sentence(SentenceVerdict Verdict, IReadOnlyList<Part> Parts)
    {
        /// <summary>Whether the sentence itself names the fact; the number is then not put there a second time.</summary>
        public bool Cites(int fact) => Parts.Any(part => part.Text.Contains($"[{fact}]", StringComparison.Ordinal));
    }
}

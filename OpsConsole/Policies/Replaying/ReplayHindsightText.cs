using OpsConsole.Controls;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Policies.Replaying;

/// <summary>What became of the decisions that a draft would have moved, in sentences.</summary>
public static class ReplayHindsightText
{
    /// <summary>What it would have let through: <c>Of the 37 looser, 36 ended well and 1 badly.</c> Empty when none moved.</summary>
    public static IReadOnlyList<string> Of(ReplayReport report)
    {
        var sentences = new List<string>();
        if (report.Looser > 0)
        {
            sentences.Add($"Of the {Phrase.Number(report.Looser)} looser, {Ends(report, hindsight => hindsight.LetThrough)}.");
        }

        if (report.Stricter > 0)
        {
            sentences.Add($"Of the {Phrase.Number(report.Stricter)} stricter, {Ends(report, hindsight => hindsight.Stopped + hindsight.Checked)}.");
        }

        if (report.Demands > 0)
        {
            sentences.Add($"{Phrase.Count(report.Demands, "decision keeps its", "decisions keep their")} way, but something else is asked of whoever decides.");
        }

        return sentences;
    }

    private static string Ends(ReplayReport report, Func<ReplayHindsight, int> count)
    {
        var parts = report.Hindsight.Select(hindsight => (Count: count(hindsight), Words: Words(hindsight.End))).Where(part => part.Count > 0)
            .Select(part => $"{Phrase.Number(part.Count)} {part.Words}").ToList();
        return parts.Count <= 1 ? parts.FirstOrDefault() ?? "nothing is known yet" : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
    }

    private static string Words(ReplayEnd end) => end switch
    {
        ReplayEnd.Well => "ended well",
        ReplayEnd.Overridden => "were overridden by people",
        ReplayEnd.Badly => "ended badly",
        ReplayEnd.Open => "are open or were not carried out",
    };
}

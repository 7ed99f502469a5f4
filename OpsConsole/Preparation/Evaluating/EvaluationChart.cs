using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Preparation.Evaluating;

/// <summary>One run in the drawing.</summary>
/// <param name="X">In per cent of the width.</param>
/// <param name="Y">In pixels from the top.</param>
public sealed record EvaluationDot(EvaluationRun Run, double X, double Y);

/// <summary>The runs of one subject, oldest first.</summary>
public sealed record EvaluationLine(string Subject, int Colour, IReadOnlyList<EvaluationDot> Dots);

/// <summary>Where the share of right cases of each finished run stands: time to the right, 100 % on top; a line for each subject.</summary>
public sealed record EvaluationChart(IReadOnlyList<EvaluationLine> Lines)
{
    public const double Top = 8;
    public const double Bottom = 104;

    /// <summary>In per cent of the width, so that the drawing is as wide as its place and its dots stay round.</summary>
    private const double Width = 100;

    private const double Edge = 1.5;

    /// <summary>As many colours as the style sheet has for series.</summary>
    private const int Colours = 4;

    public static EvaluationChart Of(IReadOnlyList<EvaluationRun> runs)
    {
        var finished = runs.Where(run => run is { State: EvaluationState.Finished, Total: > 0 }).OrderBy(run => run.StartedAt).ToList();
        if (finished.Count == 0)
        {
            return new EvaluationChart([]);
        }

        // Runs come in bursts: their order is told, not the gaps between them.
        var step = finished.Count == 1 ? 0 : (Width - (2 * Edge)) / (finished.Count - 1);
        return new EvaluationChart([.. finished.Select((run, place) => new EvaluationDot(run, Math.Round(Edge + (place * step), 1), Height(run)))
            .GroupBy(dot => dot.Run.Subject, StringComparer.Ordinal)
            .Select((group, place) => new EvaluationLine(group.Key, (place % Colours) + 1, [.. group]))]);
    }

    private static double Height(EvaluationRun run) => Math.Round(Bottom - ((Bottom - Top) * run.Right / run.Total), 1);
}

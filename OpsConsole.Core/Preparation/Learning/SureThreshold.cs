using OpsConsole.Core.Preparation.Classifying;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>How sure a classifier must be before its answer stands without a person.</summary>
/// <param name="IsMeasured">Found on cases held out; else the usual threshold, because there were too few.</param>
public sealed record SureThreshold(double Threshold, bool IsMeasured)
{
    /// <summary>Of what is decided alone, at most so much may be wrong.</summary>
    public const double TargetError = 0.05;

    /// <summary>Below this a measured threshold is chance.</summary>
    public const int LeastCases = 100;

    /// <summary>However good the figures, what is likelier wrong than right is a person's.</summary>
    private const double Lowest = 0.5;

    public static readonly SureThreshold Usual = new(ClassifyCase.Sure, IsMeasured: false);

    /// <summary>
    /// The lowest threshold from which on not more than the target share was wrong, judged by the upper end of a 90 % interval (Wilson), so that
    /// luck on few cases lowers nothing. Where even the surest ones miss the target, only what is as good as certain stands.
    /// </summary>
    public static SureThreshold Of(IReadOnlyList<JudgedExample> judged)
    {
        if (judged.Count < LeastCases)
        {
            return Usual;
        }

        var (best, wrong) = (0.99, 0);
        var sorted = judged.OrderByDescending(example => example.Confidence).ThenBy(example => example.IsRight).ToList();
        for (var at = 0; at < sorted.Count; at++)
        {
            wrong += sorted[at].IsRight ? 0 : 1;
            var isLastOfItsConfidence = at + 1 == sorted.Count || sorted[at + 1].Confidence < sorted[at].Confidence;
            if (isLastOfItsConfidence && Interval.Of(wrong, at + 1).High <= TargetError)
            {
                best = sorted[at].Confidence;
            }
        }

        return new SureThreshold(Math.Round(Math.Max(Lowest, Math.Floor(best * 1000) / 1000), 3), IsMeasured: true);
    }
}

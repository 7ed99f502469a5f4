using OpsConsole.Core.Preparation.Classifying;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>How good a classifier is, measured on cases that it had not learnt from.</summary>
/// <param name="MacroF1">The mean of all types' F1: a rare type counts as much as a common one.</param>
/// <param name="CalibrationError">Expected calibration error: how far, on average, its confidence was from how often it was right.</param>
/// <param name="RiskArea">Area under the risk–coverage curve: the mean share of wrong ones among the surest, over all shares decided.</param>
public sealed record ClassifierFigures(
    int Cases,
    double Accuracy,
    double MacroF1,
    double CalibrationError,
    double RiskArea,
    IReadOnlyList<TypeFigures> Types,
    IReadOnlyList<ReliabilityBin> Reliability,
    IReadOnlyList<CoveragePoint> Coverage)
{
    private const int Bins = 10;

    /// <summary>Measures; all figures of nothing are nought.</summary>
    public static ClassifierFigures Of(IReadOnlyList<JudgedExample> judged)
    {
        var types = judged.Select(example => example.CaseType).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(type => TypeFigures.Of(type, judged)).ToList();
        var bins = ReliabilityBins(judged);
        return new ClassifierFigures(
            judged.Count,
            judged.Count == 0 ? 0 : (double)judged.Count(example => example.IsRight) / judged.Count,
            types.Count == 0 ? 0 : types.Average(type => type.F1),
            judged.Count == 0 ? 0 : bins.Sum(bin => bin.Cases * Math.Abs(bin.Confidence - bin.Right)) / judged.Count,
            Area(judged),
            types,
            bins,
            CoveragePoint.Of(judged));
    }

    private static List<ReliabilityBin> ReliabilityBins(IReadOnlyList<JudgedExample> judged) =>
        [.. judged.GroupBy(example => Math.Min(Bins - 1, (int)(example.Confidence * Bins))).OrderBy(group => group.Key).Select(group => new ReliabilityBin(
            (double)group.Key / Bins, (group.Key + 1.0) / Bins, group.Count(), group.Average(example => example.Confidence), group.Average(example => example.IsRight ? 1.0 : 0)))];

    private static double Area(IReadOnlyList<JudgedExample> judged)
    {
        var (wrong, area) = (0, 0.0);
        foreach (var (at, example) in judged.OrderByDescending(example => example.Confidence).ThenBy(example => example.IsRight).Index())
        {
            wrong += example.IsRight ? 0 : 1;
            area += (double)wrong / (at + 1);
        }

        return judged.Count == 0 ? 0 : area / judged.Count;
    }
}

/// <summary>How good it is at one type.</summary>
/// <param name="Cases">How many cases there were of it.</param>
public sealed record TypeFigures(string CaseType, int Cases, double Precision, double Recall, double F1)
{
    public static TypeFigures Of(string type, IReadOnlyList<JudgedExample> judged)
    {
        var there = judged.Count(example => example.CaseType == type);
        var said = judged.Count(example => example.Said == type);
        var right = judged.Count(example => example.CaseType == type && example.IsRight);
        return new TypeFigures(type, there, said == 0 ? 0 : (double)right / said, there == 0 ? 0 : (double)right / there, there + said == 0 ? 0 : 2.0 * right / (there + said));
    }
}

/// <summary>Cases of about the same confidence, and how often they were right.</summary>
public sealed record ReliabilityBin(double From, double To, int Cases, double Confidence, double Right);

/// <summary>What comes of deciding only what is at least so sure.</summary>
/// <param name="Decided">The share that is.</param>
/// <param name="Wrong">The share of wrong ones among these.</param>
public sealed record CoveragePoint(double Threshold, double Decided, double Wrong)
{
    /// <summary>At these thresholds a table is readable.</summary>
    private static readonly double[] Thresholds = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99];

    public static IReadOnlyList<CoveragePoint> Of(IReadOnlyList<JudgedExample> judged) => judged.Count == 0 ? [] : [.. Thresholds.Select(threshold => At(threshold, judged))];

    public static CoveragePoint At(double threshold, IReadOnlyList<JudgedExample> judged)
    {
        var decided = judged.Where(example => example.Confidence >= threshold).ToList();
        return new CoveragePoint(
            threshold, judged.Count == 0 ? 0 : (double)decided.Count / judged.Count, decided.Count == 0 ? 0 : (double)decided.Count(example => !example.IsRight) / decided.Count);
    }
}

using OpsConsole.Core.Preparation.Classifying;

namespace OpsConsole.Core.Preparation.Learning;

/// <summary>Whether a candidate takes the place of the version in force, and why.</summary>
/// <param name="Better">Cases that only the candidate had right.</param>
/// <param name="Worse">Cases that only the version in force had right.</param>
/// <param name="Chance">How likely a difference at least as large is by chance alone (exact sign test, McNemar).</param>
public sealed record Promotion(bool IsPromoted, int Better, int Worse, double Chance, string Why)
{
    /// <summary>Its confidence may be off by so much more, and no further: more right answers are no good when nobody knows which they are.</summary>
    public const double CalibrationMargin = 0.02;

    /// <summary>Compares two classifiers on the same cases, in the same order. The candidate takes over only if it is not worse.</summary>
    public static Promotion Of(IReadOnlyList<JudgedExample> candidate, IReadOnlyList<JudgedExample> inForce)
    {
        var (now, before) = (ClassifierFigures.Of(candidate), ClassifierFigures.Of(inForce));
        var pairs = candidate.Zip(inForce).ToList();
        var (better, worse) = (pairs.Count(pair => pair.First.IsRight && !pair.Second.IsRight), pairs.Count(pair => !pair.First.IsRight && pair.Second.IsRight));
        var chance = ExactTest.Sign(better, worse);
        var because = now.MacroF1 < before.MacroF1 ? $"its macro-F1 of {now.MacroF1:F3} is below {before.MacroF1:F3}"
            : now.Accuracy < before.Accuracy ? $"it has {now.Accuracy:P0} right and the version in force {before.Accuracy:P0}"
            : now.CalibrationError > before.CalibrationError + CalibrationMargin ? $"its confidence is off by {now.CalibrationError:F3}, that of the version in force by {before.CalibrationError:F3}"
            : null;
        var compared = $"On {candidate.Count} cases held out it alone is right on {better}, the version before alone on {worse} (by chance alone: {chance:F2}).";
        return because is null
            ? new Promotion(true, better, worse, chance, $"Not worse: macro-F1 {before.MacroF1:F3} → {now.MacroF1:F3}. {compared}")
            : new Promotion(false, better, worse, chance, $"Not promoted: {because}. {compared}");
    }
}

namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>Makes probabilities of scores that mean what they say, as far as examples held back tell.</summary>
internal static class Calibration
{
    /// <summary>With too few examples to hold any back: flat, for nothing is known.</summary>
    private const double Unknown = 2;

    /// <summary>0.05 to 8, each an eleventh more than the one before.</summary>
    private static readonly double[] Temperatures = [.. Enumerable.Range(0, 54).Select(step => 0.05 * Math.Pow(1.1, step))];

    private static readonly double[] Thresholds = [.. Enumerable.Range(-20, 41).Select(step => step * 0.1)];

    /// <summary>The temperature under which examples of one type were least surprising.</summary>
    public static double Temperature(IReadOnlyList<ScoredExample> held)
    {
        var single = held.Where(scored => scored.Types.Count == 1).ToList();
        return single.Count == 0 ? Unknown : Temperatures.MinBy(temperature =>
            single.Sum(scored => -Math.Log(Math.Max(1e-9, Shares(scored.Which, temperature)[scored.Types[0]]))));
    }

    /// <summary>From which score on a type counts as one of several: where the most of them were told rightly (micro-F1).</summary>
    public static double Threshold(IReadOnlyList<ScoredExample> held, IReadOnlyList<Example> examples)
    {
        var several = held.Where(scored => scored.Whether is not null && examples[scored.Example].MoreTypes.Count > 0).ToList();
        return several.Count == 0 ? 0 : Thresholds.MaxBy(threshold =>
        {
            var (hits, told, there) = (0, 0, 0);
            foreach (var scored in several)
            {
                var said = Enumerable.Range(0, scored.Whether!.Length).Where(type => scored.Whether[type] > threshold).ToList();
                hits += said.Count(scored.Types.Contains);
                told += said.Count;
                there += scored.Types.Count;
            }

            return 2.0 * hits / Math.Max(1, told + there);
        });
    }

    public static double[] Shares(ReadOnlySpan<float> scores, double temperature)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        var shares = new double[scores.Length];
        for (var type = 0; type < scores.Length; type++)
        {
            shares[type] = Math.Exp((scores[type] - most) / temperature);
        }

        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }
}

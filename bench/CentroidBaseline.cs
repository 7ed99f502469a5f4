using OpsConsole.Core.Preparation.Classifying;

namespace OpsConsole.Bench;

/// <summary>The kind whose mean text is the most similar; its share of all similarities serves as its confidence.</summary>
internal sealed class CentroidBaseline
{
    private readonly FeatureSpace _space;
    private readonly Dictionary<string, float[]> _centres = new(StringComparer.Ordinal);

    public CentroidBaseline(IReadOnlyList<Example> examples)
    {
        List<Dictionary<string, int>> features = [.. examples.Select(example => TextFeatures.Of(example.Text))];
        _space = FeatureSpace.Learn(features);
        foreach (var group in examples.Zip(features).GroupBy(pair => pair.First.CaseType, StringComparer.Ordinal))
        {
            var centre = new float[_space.Names.Count];
            foreach (var vector in group.Select(pair => _space.Vector(pair.Second)))
            {
                for (var at = 0; at < vector.Places.Length; at++)
                {
                    centre[vector.Places[at]] += vector.Values[at];
                }
            }

            var length = MathF.Sqrt(centre.Sum(value => value * value));
            _centres[group.Key] = [.. centre.Select(value => value / Math.Max(length, 1e-9f))];
        }
    }

    public (string CaseType, double Confidence) Classify(string text)
    {
        var vector = _space.Vector(TextFeatures.Of(text));
        var near = _centres.Select(centre => (centre.Key, Similarity: Math.Max(0, (double)vector.Places.Select((place, at) => centre.Value[place] * vector.Values[at]).Sum()))).ToList();
        var best = near.MaxBy(pair => pair.Similarity);
        return (best.Key, best.Similarity / Math.Max(1e-9, near.Sum(pair => pair.Similarity)));
    }
}

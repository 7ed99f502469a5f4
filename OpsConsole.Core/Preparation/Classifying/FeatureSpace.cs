namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>A text as numbers: places in the feature space, ascending, and the weight of each.</summary>
internal readonly record struct FeatureVector(int[] Places, float[] Values);

/// <summary>The features that were learnt, each with how rare it is. A text becomes a vector of length one: long and short ones count alike.</summary>
internal sealed class FeatureSpace
{
    private readonly Dictionary<string, int> _places;

    public FeatureSpace(IReadOnlyList<string> names, IReadOnlyList<float> rarity)
    {
        Names = names;
        Rarity = rarity;
        _places = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        for (var place = 0; place < names.Count; place++)
        {
            _places[names[place]] = place;
        }
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<float> Rarity { get; }

    /// <summary>Of a few examples every feature counts; of many only what was seen more than once, which also keeps names of people out.</summary>
    public static FeatureSpace Learn(IReadOnlyList<Dictionary<string, int>> texts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var feature in texts.SelectMany(text => text.Keys))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, feature, out _)++;
        }

        var least = texts.Count < 500 ? 1 : texts.Count < 2_000 ? 2 : 3;
        var kept = seen.Where(pair => pair.Value >= least).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        return new FeatureSpace(
            [.. kept.Select(pair => pair.Key)],
            [.. kept.Select(pair => (float)(Math.Log((1.0 + texts.Count) / (1 + pair.Value)) + 1))]);
    }

    /// <summary>Features never seen while learning say nothing.</summary>
    public FeatureVector Vector(Dictionary<string, int> features)
    {
        var known = new List<(int Place, float Value)>(features.Count);
        foreach (var (feature, count) in features)
        {
            if (_places.TryGetValue(feature, out var place))
            {
                known.Add((place, (float)(1 + Math.Log(count)) * Rarity[place] * KindWeight(feature[0])));
            }
        }

        known.Sort((left, right) => left.Place.CompareTo(right.Place));
        var length = (float)Math.Sqrt(known.Sum(pair => (double)pair.Value * pair.Value));
        return new FeatureVector([.. known.Select(pair => pair.Place)], [.. known.Select(pair => pair.Value / length)]);
    }

    /// <summary>Pieces of words are many; a half keeps them from drowning the words themselves. Chosen by cross-validation.</summary>
    private static float KindWeight(char kind) => kind == TextFeatures.Piece ? 0.5f : 1;
}

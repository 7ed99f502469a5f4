namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>Examples as models learn from them. Folds hold each type's examples evenly, in the order given.</summary>
internal sealed class TrainingSet
{
    private readonly Dictionary<string, int>[] _features;
    private readonly int[][] _types;
    private readonly int[] _rank;
    private readonly float[] _weights;
    private readonly bool _isSeveral;

    public TrainingSet(IReadOnlyList<Example> examples)
    {
        Types = [.. examples.SelectMany(example => example.Types).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var places = Types.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        _features = new Dictionary<string, int>[examples.Count];
        Parallel.For(0, examples.Count, at => _features[at] = TextFeatures.Of(examples[at].Text));
        _types = [.. examples.Select(example => example.Types.Distinct(StringComparer.Ordinal).Select(type => places[type]).ToArray())];
        _weights = [.. examples.Select(example => (float)example.Weight)];
        _isSeveral = examples.Any(example => example.MoreTypes.Count > 0);
        _rank = new int[examples.Count];
        var seen = new int[Types.Count];
        for (var at = 0; at < examples.Count; at++)
        {
            _rank[at] = seen[_types[at][0]]++;
        }
    }

    public IReadOnlyList<string> Types { get; }

    public int Count => _features.Length;

    public Dictionary<string, int> Features(int example) => _features[example];

    public IReadOnlyList<int> PlacesOf(int example) => _types[example];

    public int FoldOf(int example, int folds) => _rank[example] % folds;

    /// <summary>One model that says which type, and where examples have several, one that says of each type whether.</summary>
    public (FeatureSpace Space, LinearModel Which, LinearModel? Whether) Learn(IEnumerable<int> chosen, CancellationToken cancellation)
    {
        int[] examples = [.. chosen];
        var space = FeatureSpace.Learn([.. examples.Select(example => _features[example])]);
        FeatureVector[] samples = [.. examples.Select(example => space.Vector(_features[example]))];
        float[] weights = [.. examples.Select(example => _weights[example])];
        var how = Learning.Of(examples.Length);
        var which = LinearModel.Learn(samples, [.. examples.Select(example => Target(example, 1f / _types[example].Length))], weights, space.Names.Count, how, exclusive: true, cancellation);
        var whether = _isSeveral
            ? LinearModel.Learn(samples, [.. examples.Select(example => Target(example, 1))], weights, space.Names.Count, how, exclusive: false, cancellation)
            : null;
        return (space, which, whether);
    }

    /// <summary>What is about several things speaks for each of them in part.</summary>
    private float[] Target(int example, float share)
    {
        var target = new float[Types.Count];
        foreach (var type in _types[example])
        {
            target[type] = share;
        }

        return target;
    }
}

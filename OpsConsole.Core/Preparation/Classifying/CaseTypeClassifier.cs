namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>
/// Says what a message is, how sure that is, and which words decided. Logistic regression over words, pairs and pieces of words; its
/// probabilities are put right by a temperature that is found on examples held back (five folds), so that of a hundred answers that are 80 %
/// sure about eighty are right. The same examples always give the same classifier. See docs/decisions/0011.
/// </summary>
public sealed class CaseTypeClassifier
{
    private const int Folds = 5;
    private const int MostEvidence = 5;

    /// <summary>Of these the words are told; what weighs less did not decide.</summary>
    private const int MostStems = 12;

    private readonly FeatureSpace _space;
    private readonly LinearModel _which;
    private readonly LinearModel? _whether;
    private readonly double _temperature;
    private readonly double _several;

    private CaseTypeClassifier(IReadOnlyList<string> types, FeatureSpace space, LinearModel which, LinearModel? whether, double temperature, double several)
    {
        Types = types;
        _space = space;
        _which = which;
        _whether = whether;
        _temperature = temperature;
        _several = several;
    }

    /// <summary>What it can tell apart.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>How it did on its own examples of one type, each judged by a classifier that had not seen it. Empty when it was read back or there were too few.</summary>
    public IReadOnlyList<JudgedExample> HeldBack { get; private init; } = [];

    /// <summary>Learns from examples; null when there are none.</summary>
    public static CaseTypeClassifier? Learn(IReadOnlyList<Example> examples, CancellationToken cancellation = default)
    {
        if (examples.Count == 0)
        {
            return null;
        }

        var set = new TrainingSet(examples);
        var held = HoldBack(set, cancellation);
        var (temperature, several) = (Calibration.Temperature(held), Calibration.Threshold(held, examples));
        var (space, which, whether) = set.Learn(Enumerable.Range(0, examples.Count), cancellation);
        return new CaseTypeClassifier(set.Types, space, which, whether, temperature, several)
        {
            HeldBack = [.. held.Where(scored => scored.Types.Count == 1).Select(scored => Judge(set.Types, scored, examples[scored.Example], temperature))],
        };
    }

    /// <summary>What a conversation is, its utterances in order.</summary>
    public Classification Classify(IReadOnlyList<string> utterances) => Classify(string.Join('\n', utterances));

    /// <summary>What a text is; utterances of a conversation are its lines.</summary>
    public Classification Classify(string text)
    {
        var vector = _space.Vector(TextFeatures.Of(text));
        var scores = new float[_which.Width];
        _which.Score(vector, scores);
        var shares = Calibration.Shares(scores.AsSpan(0, Types.Count), _temperature);
        List<(string CaseType, double Probability)> all = [.. Types.Zip(shares).OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First, StringComparer.Ordinal)];
        var best = Types.Index().First(pair => pair.Item == all[0].CaseType).Index;
        return new Classification(all[0].CaseType, all[0].Probability, TellingWords.In(text, Evidence(vector, best), MostEvidence), all, Several(vector, all[0].CaseType));
    }

    /// <summary>The classifier as bytes, to be stored with its version.</summary>
    public byte[] Save() => ClassifierBytes.Write(new ClassifierParts(Types, _space, _which, _whether, _temperature, _several));

    /// <summary>Reads what <see cref="Save"/> wrote; null when it is damaged or of a kind that this version does not know.</summary>
    public static CaseTypeClassifier? Load(byte[] bytes) => ClassifierBytes.Read(bytes) is { } parts
        ? new CaseTypeClassifier(parts.Types, parts.Space, parts.Which, parts.Whether, parts.Temperature, parts.Several)
        : null;

    /// <summary>Scores of examples by classifiers that have not seen them.</summary>
    private static List<ScoredExample> HoldBack(TrainingSet set, CancellationToken cancellation)
    {
        if (set.Count < 2 * Folds || set.Types.Count < 2)
        {
            return [];
        }

        var held = new ScoredExample[set.Count];
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, Folds, bounds, fold =>
        {
            var (space, which, whether) = set.Learn(Enumerable.Range(0, set.Count).Where(example => set.FoldOf(example, Folds) != fold), cancellation);
            foreach (var example in Enumerable.Range(0, set.Count).Where(example => set.FoldOf(example, Folds) == fold))
            {
                held[example] = ScoredExample.Of(example, space.Vector(set.Features(example)), set.PlacesOf(example), which, whether);
            }
        });
        return [.. held];
    }

    private static JudgedExample Judge(IReadOnlyList<string> types, ScoredExample scored, Example example, double temperature)
    {
        var shares = Calibration.Shares(scored.Which, temperature);
        var best = Array.IndexOf(shares, shares.Max());
        return new JudgedExample(example.CaseType, types[best], shares[best]);
    }

    private IReadOnlyList<string> Several(FeatureVector vector, string best)
    {
        if (_whether is null)
        {
            return [best];
        }

        var scores = new float[_whether.Width];
        _whether.Score(vector, scores);
        List<string> found = [.. Types.Where((_, type) => scores[type] > _several)];
        return found.Count == 0 ? [best] : found;
    }

    /// <summary>The stems that speak more for the type than for the others on average, the weightiest first.</summary>
    private List<string> Evidence(FeatureVector vector, int type)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var at = 0; at < vector.Places.Length; at++)
        {
            if (TextFeatures.Readable(_space.Names[vector.Places[at]]) is { } word && word.Any(char.IsLetter))
            {
                var spoken = vector.Values[at] * (_which.Weight(vector.Places[at], type) - Enumerable.Range(0, Types.Count).Average(other => _which.Weight(vector.Places[at], other)));
                found[word.Trim()] = found.GetValueOrDefault(word.Trim()) + spoken;
            }
        }

        return [.. found.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostStems).Select(pair => pair.Key)];
    }
}

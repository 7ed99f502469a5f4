using OpsConsole.Core.Preparation.Classifying;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Bench;

/// <summary>Multinomial naive Bayes over words and pairs of words: what the console classified with before. The classifier in use must beat it.</summary>
internal sealed class NaiveBayesBaseline
{
    private const double Smoothing = 0.3;
    private const int Folds = 5;
    private static readonly double[] Temperatures = [1, 1.5, 2, 3, 4, 6, 8, 12];

    private readonly Model _model;
    private readonly double _temperature;

    private NaiveBayesBaseline(Model model, double temperature)
    {
        _model = model;
        _temperature = temperature;
    }

    /// <summary>Learns from examples; null when there are none.</summary>
    public static NaiveBayesBaseline? Learn(IReadOnlyList<Example> examples)
    {
        if (examples.Count == 0)
        {
            return null;
        }

        var samples = examples.Select(example => (Features: Features(example.Text), example.CaseType)).ToList();
        return new NaiveBayesBaseline(Model.Of(samples), Temper(samples));
    }

    public Classification Classify(string text)
    {
        var features = Features(text);
        var scores = _model.Scores(features);
        var all = Probabilities(scores, _temperature).OrderByDescending(pair => pair.Probability).ToList();
        var best = all[0].CaseType;
        var evidence = features.Distinct().Select(feature => (feature, weight: _model.Weight(feature, best))).Where(pair => pair.weight > 0)
            .OrderByDescending(pair => pair.weight).Take(5).Select(pair => pair.feature.Replace('_', ' ')).ToList();
        return new Classification(best, all[0].Probability, evidence, all, [best]);
    }

    /// <summary>Stems and pairs of neighbouring stems; numbers and identifiers are of no kind and left out.</summary>
    private static List<string> Features(string text)
    {
        var stems = Words.Tokens(text).Where(token => !token.IsPunctuation && !token.Word.Any(char.IsDigit) && !token.Word.Contains('@', StringComparison.Ordinal))
            .Select(token => token.Stem).ToList();
        return [.. stems, .. stems.Zip(stems.Skip(1), (left, right) => $"{left}_{right}")];
    }

    /// <summary>The temperature under which held-back examples were least surprising.</summary>
    private static double Temper(List<(List<string> Features, string CaseType)> samples)
    {
        var held = new List<(Dictionary<string, double> Scores, string CaseType)>();
        for (var fold = 0; fold < Folds && samples.Count >= 2 * Folds; fold++)
        {
            var model = Model.Of([.. samples.Where((_, index) => index % Folds != fold)]);
            held.AddRange(samples.Where((sample, index) => index % Folds == fold && model.Knows(sample.CaseType)).Select(sample => (model.Scores(sample.Features), sample.CaseType)));
        }

        return held.Count == 0 ? 3 : Temperatures.MinBy(temperature =>
            held.Sum(sample => -Math.Log(Math.Max(1e-9, Probabilities(sample.Scores, temperature).First(pair => pair.CaseType == sample.CaseType).Probability))));
    }

    private static IReadOnlyList<(string CaseType, double Probability)> Probabilities(Dictionary<string, double> scores, double temperature)
    {
        var most = scores.Values.Max();
        var weights = scores.ToDictionary(score => score.Key, score => Math.Exp((score.Value - most) / temperature), StringComparer.Ordinal);
        var sum = weights.Values.Sum();
        return [.. weights.Select(weight => (weight.Key, weight.Value / sum))];
    }

    private sealed class Model
    {
        private readonly Dictionary<string, Dictionary<string, int>> _counts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _totals = new(StringComparer.Ordinal);
        private readonly Dictionary<string, double> _priors = new(StringComparer.Ordinal);
        private readonly HashSet<string> _vocabulary = new(StringComparer.Ordinal);

        public static Model Of(IReadOnlyList<(List<string> Features, string CaseType)> samples)
        {
            var model = new Model();
            foreach (var group in samples.GroupBy(sample => sample.CaseType, StringComparer.Ordinal))
            {
                var counts = group.SelectMany(sample => sample.Features).CountBy(feature => feature, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
                model._counts[group.Key] = counts;
                model._totals[group.Key] = counts.Values.Sum();
                model._priors[group.Key] = Math.Log((double)group.Count() / samples.Count);
                model._vocabulary.UnionWith(counts.Keys);
            }

            return model;
        }

        public bool Knows(string caseType) => _counts.ContainsKey(caseType);

        /// <summary>Logarithmic scores; words never seen say nothing.</summary>
        public Dictionary<string, double> Scores(List<string> features)
        {
            var known = features.Where(_vocabulary.Contains).ToList();
            return _counts.Keys.ToDictionary(type => type, type => _priors[type] + known.Sum(feature => Likelihood(feature, type)), StringComparer.Ordinal);
        }

        /// <summary>How much more the word speaks for this type than for the others on average.</summary>
        public double Weight(string feature, string caseType) =>
            _vocabulary.Contains(feature) ? Likelihood(feature, caseType) - _counts.Keys.Average(type => Likelihood(feature, type)) : 0;

        private double Likelihood(string feature, string type) =>
            Math.Log((_counts[type].GetValueOrDefault(feature) + Smoothing) / (_totals[type] + Smoothing * _vocabulary.Count));
    }
}

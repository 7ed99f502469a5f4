using System.Numerics;

namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>
/// Logistic regression over sparse vectors: one row of weights for each feature, one column for each type. It is learnt by AdaGrad in a
/// fixed order, so that the same examples always give the same weights.
/// </summary>
internal sealed class LinearModel
{
    private LinearModel(int types, int width, float[] weights, float[] bias)
    {
        Types = types;
        Width = width;
        Weights = weights;
        Bias = bias;
    }

    public int Types { get; }

    /// <summary>Columns, filled up so that whole vectors of the processor fit.</summary>
    public int Width { get; }

    public float[] Weights { get; }

    public float[] Bias { get; }

    public static int WidthOf(int types) => (types + 7) / 8 * 8;

    public static LinearModel Of(int types, float[] weights, float[] bias) => new(types, WidthOf(types), weights, bias);

    /// <param name="targets">For each sample the share of each type.</param>
    /// <param name="exclusive">Whether the types of a sample share one whole (softmax), or each is true or false for itself.</param>
    public static LinearModel Learn(
        IReadOnlyList<FeatureVector> samples, IReadOnlyList<float[]> targets, IReadOnlyList<float> importance, int features, Learning how, bool exclusive,
        CancellationToken cancellation)
    {
        var types = targets[0].Length;
        var width = WidthOf(types);
        var model = new LinearModel(types, width, new float[features * width], new float[width]);
        var steps = new float[features * width];
        Array.Fill(steps, 1e-6f);
        var biasSteps = new float[width];
        Array.Fill(biasSteps, 1e-3f);
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var random = new Random(17);
        var scores = new float[width];
        for (var epoch = 0; epoch < how.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var index in order)
            {
                model.Score(samples[index], scores);
                Errors(scores, targets[index], types, importance[index], exclusive);
                model.Step(samples[index], scores, steps, biasSteps, how);
            }
        }

        model.Round();
        return model;
    }

    /// <summary>Raw scores; only the first <see cref="Types"/> count.</summary>
    public void Score(FeatureVector sample, Span<float> scores)
    {
        Bias.CopyTo(scores);
        for (var at = 0; at < sample.Places.Length; at++)
        {
            var value = new Vector<float>(sample.Values[at]);
            var row = Weights.AsSpan(sample.Places[at] * Width, Width);
            for (var column = 0; column < Width; column += Vector<float>.Count)
            {
                (new Vector<float>(scores[column..]) + value * new Vector<float>(row[column..])).CopyTo(scores[column..]);
            }
        }
    }

    public float Weight(int feature, int type) => Weights[feature * Width + type];

    /// <summary>What a feature's weights are counted in when they are stored: its largest is 127 of it.</summary>
    public float UnitOf(int feature)
    {
        var most = 0f;
        foreach (var weight in Weights.AsSpan(feature * Width, Types))
        {
            most = MathF.Max(most, MathF.Abs(weight));
        }

        return most / sbyte.MaxValue;
    }

    /// <summary>Weights are rounded to what is stored of them, so that what was measured and what is read back are one.</summary>
    private void Round()
    {
        for (var feature = 0; feature < Weights.Length / Width; feature++)
        {
            var unit = UnitOf(feature);
            foreach (ref var weight in Weights.AsSpan(feature * Width, Types))
            {
                weight = unit == 0 ? 0 : MathF.Round(weight / unit) * unit;
            }
        }
    }

    /// <summary>Scores become what they are wrong by.</summary>
    private static void Errors(Span<float> scores, float[] target, int types, float importance, bool exclusive)
    {
        if (exclusive)
        {
            Softmax(scores[..types]);
        }

        for (var type = 0; type < types; type++)
        {
            var share = exclusive ? scores[type] : 1 / (1 + MathF.Exp(-scores[type]));
            scores[type] = (share - target[type]) * importance;
        }

        scores[types..].Clear();
    }

    public static void Softmax(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores)
        {
            most = MathF.Max(most, score);
        }

        var sum = 0f;
        for (var at = 0; at < scores.Length; at++)
        {
            sum += scores[at] = MathF.Exp(scores[at] - most);
        }

        for (var at = 0; at < scores.Length; at++)
        {
            scores[at] /= sum;
        }
    }

    private void Step(FeatureVector sample, Span<float> errors, float[] steps, float[] biasSteps, Learning how)
    {
        var rate = new Vector<float>(how.Rate);
        var shrink = new Vector<float>(how.Shrink);
        for (var at = 0; at < sample.Places.Length; at++)
        {
            var value = new Vector<float>(sample.Values[at]);
            var from = sample.Places[at] * Width;
            for (var column = 0; column < Width; column += Vector<float>.Count)
            {
                var weight = new Vector<float>(Weights, from + column);
                var slope = value * new Vector<float>(errors[column..]) + shrink * weight;
                var step = new Vector<float>(steps, from + column) + slope * slope;
                step.CopyTo(steps, from + column);
                (weight - rate * slope / Vector.SquareRoot(step)).CopyTo(Weights, from + column);
            }
        }

        for (var type = 0; type < Types; type++)
        {
            biasSteps[type] += errors[type] * errors[type];
            Bias[type] -= how.Rate * 0.3f * errors[type] / MathF.Sqrt(biasSteps[type]);
        }
    }
}

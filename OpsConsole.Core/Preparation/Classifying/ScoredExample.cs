namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>An example's raw scores by models that have not seen it.</summary>
/// <param name="Example">Its place among the examples.</param>
/// <param name="Types">The places of its types, the first one first.</param>
internal sealed record ScoredExample(int Example, IReadOnlyList<int> Types, float[] Which, float[]? Whether)
{
    public static ScoredExample Of(int example, FeatureVector vector, IReadOnlyList<int> types, LinearModel which, LinearModel? whether) =>
        new(example, types, Scores(vector, which), whether is null ? null : Scores(vector, whether));

    private static float[] Scores(FeatureVector vector, LinearModel model)
    {
        var scores = new float[model.Width];
        model.Score(vector, scores);
        return scores[..model.Types];
    }
}

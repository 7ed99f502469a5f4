namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>How a model is learnt. Chosen by cross-validation, never on what is held out.</summary>
/// <param name="Epochs">How often each example is looked at.</param>
/// <param name="Rate">How far a step goes.</param>
/// <param name="Shrink">How strongly weights are drawn back to nothing.</param>
internal sealed record Learning(int Epochs, float Rate, float Shrink)
{
    /// <summary>A few examples are looked at more often; it costs nothing.</summary>
    public static Learning Of(int examples) => new(examples < 1_000 ? 40 : 12, 0.3f, 1e-6f);
}

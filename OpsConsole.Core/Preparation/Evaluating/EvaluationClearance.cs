namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>A person's word that a setup of models and prompts may work although its evaluation was worse, or before it has one.</summary>
public sealed class EvaluationClearance
{
    /// <summary>See <see cref="EvaluationRun.Setup"/>.</summary>
    public required string Setup { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }
}

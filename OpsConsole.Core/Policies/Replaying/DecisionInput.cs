namespace OpsConsole.Core.Policies.Replaying;

/// <summary>The full input of one decision, so that it can be judged again at any time.</summary>
public sealed class DecisionInput
{
    public required long DecisionId { get; init; }

    /// <summary>Canonical JSON in UTF-8, compressed by <see cref="DecisionSnapshot"/>.</summary>
    public required byte[] Snapshot { get; init; }
}

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>At which moment of an action's life policies were asked.</summary>
public enum DecisionStage
{
    /// <summary>When it was put forward.</summary>
    Proposed,

    /// <summary>When a person put its parameters right.</summary>
    Edited,

    /// <summary>Right before the call, when what had been decided no longer held.</summary>
    Returned,
}

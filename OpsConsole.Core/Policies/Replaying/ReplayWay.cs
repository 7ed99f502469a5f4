namespace OpsConsole.Core.Policies.Replaying;

/// <summary>Which way an action goes; a later member is more restrictive than an earlier one.</summary>
public enum ReplayWay
{
    /// <summary>Policies do not object: a lease may run it without a person.</summary>
    Alone,

    /// <summary>An agent decides.</summary>
    Agent,

    /// <summary>A supervisor decides.</summary>
    Supervisor,

    /// <summary>It must not run.</summary>
    Denied,
}

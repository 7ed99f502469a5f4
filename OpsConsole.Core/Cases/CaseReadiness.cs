namespace OpsConsole.Core.Cases;

/// <summary>Whether the data that a case relies on is complete, fresh and undisputed; the queue's dot.</summary>
public enum CaseReadiness
{
    /// <summary>Not checked yet.</summary>
    Unchecked,

    /// <summary>Everything relied on is above its bar.</summary>
    Ready,

    /// <summary>Old, incomplete or disputed; it may be used with care, and the verdict may be stricter for it.</summary>
    Degraded,

    /// <summary>Below its bar; what relies on it is blocked.</summary>
    BelowBar,
}

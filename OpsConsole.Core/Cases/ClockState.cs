namespace OpsConsole.Core.Cases;

/// <summary>What the SLA clock of a case shows at one moment.</summary>
public enum ClockState
{
    /// <summary>No clock: the case type is not known yet.</summary>
    None,

    /// <summary>Running, with time enough.</summary>
    Running,

    /// <summary>Running, and most of the time is gone.</summary>
    AtRisk,

    /// <summary>The time is over and the case is still open.</summary>
    Breached,

    /// <summary>Standing still while the customer is to answer.</summary>
    Paused,

    /// <summary>Resolved; the clock has stopped.</summary>
    Stopped,
}

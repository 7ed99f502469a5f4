namespace OpsConsole.Core.Cases.Searching;

/// <summary>What the clock must show.</summary>
public enum CaseClockFilter
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>At risk or over; not while it stands still.</summary>
    AtRisk,

    /// <summary>The time is over.</summary>
    Breached,

    /// <summary>Standing still: the customer is to answer.</summary>
    Paused,
}

namespace OpsConsole.Core.Cases;

/// <summary>The best that the recommended actions of a case allow; the queue's chip.</summary>
public enum BestAction
{
    /// <summary>Nothing is proposed.</summary>
    None,

    /// <summary>Policies allow it; one click or a lease runs it.</summary>
    ReadyToRun,

    /// <summary>An agent decides.</summary>
    NeedsYou,

    /// <summary>A supervisor decides.</summary>
    NeedsSupervisor,

    /// <summary>Denied, or something is missing.</summary>
    Blocked,

    /// <summary>At least one outcome is not known.</summary>
    Unknown,

    /// <summary>Decided and under way.</summary>
    Running,

    /// <summary>All that was approved is verified.</summary>
    Done,
}

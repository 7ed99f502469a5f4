namespace OpsConsole.Core.Cases;

/// <summary>Where one action of a case stands, as far as the queue cares.</summary>
public enum ActionStanding
{
    /// <summary>Policies allow it and it waits for one click or a lease.</summary>
    ReadyToRun,

    /// <summary>An agent is to decide.</summary>
    AwaitsAgent,

    /// <summary>A supervisor, or a second person, is to decide.</summary>
    AwaitsSupervisor,

    /// <summary>Denied, failed, expired or contradicted: it will not go on by itself.</summary>
    Blocked,

    /// <summary>Decided and queued, running, retrying, or acknowledged and about to be looked at.</summary>
    UnderWay,

    /// <summary>It may or may not have happened.</summary>
    OutcomeUnknown,

    /// <summary>Verified, undone, or acknowledged with nothing to read back.</summary>
    Done,

    /// <summary>Rejected or withdrawn: it no longer counts.</summary>
    Dropped,
}

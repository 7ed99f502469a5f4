namespace OpsConsole.Core.Actions;

/// <summary>The life of a proposed action.</summary>
public enum ActionState
{
    /// <summary>Policies or a criterion forbid it; it stays visible with the reason.</summary>
    Denied,

    /// <summary>A person (or a second one) is to decide.</summary>
    AwaitingApproval,

    /// <summary>A person said no.</summary>
    Rejected,

    /// <summary>Nobody decided in time; it blocks rather than runs.</summary>
    Expired,

    /// <summary>Replaced by a newer proposal or taken back.</summary>
    Withdrawn,

    /// <summary>Decided; the dispatcher may take it once what it depends on is verified.</summary>
    Queued,

    /// <summary>Claimed by a dispatcher.</summary>
    Running,

    /// <summary>The other side was not reached, certainly without effect; it is tried again at <see cref="ProposedAction.DueAt"/>.</summary>
    Retrying,

    /// <summary>It may or may not have happened; reconciliation finds out.</summary>
    Unknown,

    /// <summary>The other side refused or was never reached, so that nothing changed there; or a person gave it up. The reason says which.</summary>
    Failed,

    /// <summary>The other side said that it is done; the effect has not been seen yet.</summary>
    Acknowledged,

    /// <summary>The effect was read back.</summary>
    Verified,

    /// <summary>Acknowledged, but what was read back says otherwise; a person looks.</summary>
    Contradicted,

    /// <summary>Acknowledged, and there is nothing to read back.</summary>
    Unverifiable,

    /// <summary>A compensation was carried out and verified.</summary>
    Undone,
}

namespace OpsConsole.Core.Policies;

/// <summary>What policies say to a proposed action; a later member is more restrictive than an earlier one.</summary>
public enum Verdict
{
    /// <summary>Policies do not object: it may run alone under a lease, or by any approver's click.</summary>
    Allow,

    /// <summary>A person must decide.</summary>
    RequireApproval,

    /// <summary>It must not run.</summary>
    Deny,
}

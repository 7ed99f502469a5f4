namespace OpsConsole.Core.Policies.Replaying;

/// <summary>What people, or a lease in their place, made of what policies had said.</summary>
public enum DecisionFate
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting,

    /// <summary>Policies or a submission criterion forbade it; there was nothing to decide.</summary>
    Denied,

    /// <summary>A person approved it.</summary>
    Approved,

    /// <summary>A lease approved it in a person's place.</summary>
    Authorized,

    /// <summary>A person overrode it: it was not to be done.</summary>
    Rejected,

    /// <summary>A person put it right; the action's next record says what was made of it.</summary>
    Edited,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>It was taken back, or a newer proposal took its place.</summary>
    Withdrawn,
}

namespace OpsConsole.Core.Cases;

/// <summary>Where a case stands; a person sees these as steps.</summary>
public enum CaseStage
{
    /// <summary>Received, nothing done yet.</summary>
    Open,

    /// <summary>Jobs are preparing it.</summary>
    Prepare,

    /// <summary>A person is to decide, ask or write.</summary>
    Decide,

    /// <summary>Decided actions are queued or running.</summary>
    Act,

    /// <summary>All actions have ended and their effects are being looked at.</summary>
    Verify,

    /// <summary>Resolved.</summary>
    Closed,
}

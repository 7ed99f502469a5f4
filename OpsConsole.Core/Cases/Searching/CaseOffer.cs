namespace OpsConsole.Core.Cases.Searching;

/// <summary>Whether a case is offered in a handoff.</summary>
public enum CaseOffer
{
    /// <summary>Offered or not.</summary>
    Any,

    /// <summary>Offered to the person who asks, who is to accept or decline.</summary>
    ToMe,

    /// <summary>Offered by the person who asks, and not answered yet.</summary>
    ByMe,
}

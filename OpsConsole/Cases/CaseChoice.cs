namespace OpsConsole.Cases;

/// <summary>What a person presses in the head of a case.</summary>
public enum CaseChoice
{
    /// <summary>Hold the case.</summary>
    Take,

    /// <summary>Put it back into its queue.</summary>
    Release,

    /// <summary>Offer it to a colleague.</summary>
    HandOff,

    /// <summary>Accept what a colleague offers.</summary>
    Accept,

    /// <summary>Decline it, or take one's own offer back.</summary>
    Decline,

    /// <summary>Stop the clock until the customer answers, or let it run again.</summary>
    Wait,

    /// <summary>Close it with a resolution.</summary>
    Resolve,

    /// <summary>Open it again.</summary>
    Reopen,

    /// <summary>Make it one with another case.</summary>
    Merge,
}

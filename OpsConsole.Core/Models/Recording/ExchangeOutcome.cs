namespace OpsConsole.Core.Models.Recording;

/// <summary>How one try ended.</summary>
public enum ExchangeOutcome
{
    /// <summary>Sent, and no end is known: under way, or the process ended. Counted as spent.</summary>
    Sent,

    /// <summary>Answered, and the answer could be used.</summary>
    Answered,

    /// <summary>The provider could not be reached or failed.</summary>
    Unavailable,

    /// <summary>Too slow.</summary>
    TimedOut,

    /// <summary>The provider asked to come back later.</summary>
    RateLimited,

    /// <summary>The provider would not answer this.</summary>
    Refused,

    /// <summary>What came could not be used.</summary>
    Malformed,

    /// <summary>We no longer wanted the answer.</summary>
    Cancelled,
}

namespace OpsConsole.Core.Models;

/// <summary>Why a model gave no answer that can be used. Preparation then goes on without it.</summary>
public enum ModelFault
{
    /// <summary>No provider is switched on for the role.</summary>
    NotConfigured,

    /// <summary>Providers are there, but none that cases of this type may be sent to.</summary>
    NotAllowed,

    /// <summary>Providers are there, but none has passed its evaluation as it is set up now.</summary>
    NotEvaluated,

    /// <summary>The question could cost more than is left of the case's or the day's budget; it was not sent.</summary>
    BudgetSpent,

    /// <summary>No provider could be reached, or each answered with an error of its own.</summary>
    Unavailable,

    /// <summary>The answer did not come, or did not end, in time.</summary>
    TimedOut,

    /// <summary>The provider asks to wait longer than a preparation may.</summary>
    RateLimited,

    /// <summary>The provider would not answer this question.</summary>
    Refused,

    /// <summary>Answers of an earlier evaluation are given again, and this question was not asked in it, or otherwise.</summary>
    NotRecorded,

    /// <summary>The answer broke off, is larger than is read, is no JSON, or does not fit its schema.</summary>
    Malformed,
}

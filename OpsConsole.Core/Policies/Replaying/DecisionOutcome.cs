namespace OpsConsole.Core.Policies.Replaying;

/// <summary>What came of carrying it out.</summary>
public enum DecisionOutcome
{
    /// <summary>It was not carried out, or is not yet.</summary>
    None,

    /// <summary>It was approved, but did not run: what had been decided no longer held by then, or the approval lapsed.</summary>
    NotRun,

    /// <summary>The effect was read back.</summary>
    Verified,

    /// <summary>Acknowledged, with nothing to read back.</summary>
    Unverifiable,

    /// <summary>Nobody knows whether it happened.</summary>
    Unknown,

    /// <summary>What was read back says otherwise: it ended badly.</summary>
    Contradicted,

    /// <summary>The other side refused it or was never reached: it ended badly.</summary>
    Failed,

    /// <summary>It was carried out and then undone: it ended badly.</summary>
    Undone,
}

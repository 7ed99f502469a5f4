using OpsConsole.Core.Connectors;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>What a look at the other side showed.</summary>
internal enum Sighting
{
    /// <summary>The effect is there.</summary>
    Seen,

    /// <summary>It is not there, or not yet.</summary>
    NotSeen,

    /// <summary>There is nothing to look at, or the look decides nothing.</summary>
    CannotTell,

    /// <summary>The other side did not let us look.</summary>
    Unreadable,
}

/// <summary>What follows from a look.</summary>
internal enum LookStep
{
    /// <summary>The effect stands.</summary>
    Verified,

    /// <summary>Later.</summary>
    LookAgain,

    /// <summary>Acknowledged, yet not there: a person looks.</summary>
    Contradicted,

    /// <summary>Acknowledged, and nothing to read back.</summary>
    Unverifiable,

    /// <summary>The same call once more under the same key, which the other side honours: it has one effect, then or now.</summary>
    Repeat,

    /// <summary>Nobody but a person can find out. Never a blind repeat.</summary>
    AskPerson,
}

/// <summary>The rules of probing and reconciliation. Pure.</summary>
internal static class Reconciliation
{
    /// <param name="tries">How many looks came to nothing before this one.</param>
    /// <param name="attempts">How often it was called for this decision, and since when.</param>
    public static LookStep Next(ActionState state, IdempotencySupport support, Sighting sighting, int tries, Attempts attempts, ExecutionOptions options)
    {
        var mayRepeat = support == IdempotencySupport.NativeKey && attempts.Count <= options.Retries;
        return (state, sighting) switch
        {
            (_, Sighting.Seen) => LookStep.Verified,
            (_, Sighting.Unreadable) => LookStep.LookAgain,
            (ActionState.Acknowledged, Sighting.CannotTell) => LookStep.Unverifiable,
            (ActionState.Acknowledged, _) => tries + 1 < options.Looks ? LookStep.LookAgain : LookStep.Contradicted,
            (_, Sighting.NotSeen) when mayRepeat => LookStep.Repeat,
            (_, Sighting.NotSeen) when support == IdempotencySupport.NativeKey => LookStep.AskPerson,
            (_, Sighting.NotSeen) => tries + 1 < options.Looks ? LookStep.LookAgain : LookStep.AskPerson,
            _ => mayRepeat && attempts.Since <= options.RepeatWithin ? LookStep.Repeat : LookStep.AskPerson,
        };
    }
}

/// <param name="Count">Calls under the key of one decision.</param>
/// <param name="Since">The age of the first.</param>
internal readonly record struct Attempts(int Count, TimeSpan Since);

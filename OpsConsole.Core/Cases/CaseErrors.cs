using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases;

/// <summary>Why something that was asked of a case was not done: a closed family.</summary>
public abstract record CaseError
{
    private CaseError()
    {
    }

    /// <summary>The actor lacks a permission.</summary>
    public sealed record Forbidden(NotAllowed Lacking) : CaseError;

    /// <summary>There is no such case, or the actor may not know of it.</summary>
    public sealed record NotFound : CaseError;

    /// <summary>Somebody or something changed the case after the actor looked at it.</summary>
    public sealed record Stale(int SeenVersion, int Version) : CaseError;

    /// <summary>Another person holds the case.</summary>
    public sealed record HeldBy(string Name) : CaseError;

    /// <summary>The case is resolved; it has to be reopened first.</summary>
    public sealed record Resolved : CaseError;

    /// <summary>The case is open; there is nothing to reopen.</summary>
    public sealed record NotResolved : CaseError;

    /// <summary>Actions of the case are still under way, so it cannot be resolved.</summary>
    public sealed record StillActing : CaseError;

    /// <summary>No loaded pack knows this case type.</summary>
    public sealed record UnknownType(string CaseTypeId) : CaseError;

    /// <summary>The clock stands still already.</summary>
    public sealed record AlreadyWaiting : CaseError;

    /// <summary>There is no offer to this person that could be answered.</summary>
    public sealed record NothingOffered : CaseError;

    /// <summary>The queue holds no case that the actor could take.</summary>
    public sealed record NothingToTake : CaseError;

    /// <summary>What was given cannot be used; every problem as one sentence.</summary>
    public sealed record Invalid(IReadOnlyList<string> Problems) : CaseError;

    /// <summary>The same idempotency key came with another request before.</summary>
    public sealed record KeyReused(string Key) : CaseError;
}

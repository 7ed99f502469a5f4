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

    /// <summary>No connector is set up for replies on this channel.</summary>
    public sealed record NoConnector(string Channel) : CaseError;

    /// <summary>A message came or went after the one that the sender saw; the reply is to be looked at again.</summary>
    public sealed record NewerMessage(Guid MessageId, string Author, DateTimeOffset At, MessageKind Kind) : CaseError;

    /// <summary>The reply says things that nothing supports, and the sender has not said yes to them.</summary>
    public sealed record Unsupported(IReadOnlyList<string> Sentences) : CaseError;

    /// <summary>The reply's delivery is in a state in which this cannot be decided.</summary>
    public sealed record WrongDelivery(Replying.DeliveryState State) : CaseError;

    /// <summary>The two cases cannot become one; the sentence says why.</summary>
    public sealed record NotMergeable(string Why) : CaseError;
}

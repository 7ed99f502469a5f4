using System.Text.Json.Nodes;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>What a person says about a reply that did not simply go out.</summary>
public enum DeliveryDecision
{
    /// <summary>It was unknown, and it has arrived.</summary>
    Arrived,

    /// <summary>It certainly has not arrived: send it once more.</summary>
    SendAgain,

    /// <summary>It has not gone out yet: do not send it.</summary>
    Stop,
}

/// <summary>A person settles a reply: an unknown one by saying whether it arrived, one that failed by sending it again, one that still waits by stopping it.</summary>
public sealed class DecideDelivery(OpsDatabase database, DeliveryLedger ledger, IAuditLog audit, TimeProvider clock)
{
    /// <param name="actor">Who decides.</param>
    /// <param name="messageId">The reply.</param>
    /// <param name="seenVersion">The version of the delivery on screen; only that one is decided about.</param>
    /// <param name="decision">What the person says.</param>
    /// <param name="cancellation">Ends the wait, not a committed decision.</param>
    public Task<CaseOutcome> DecideAsync(Actor actor, Guid messageId, int seenVersion, DeliveryDecision decision, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var delivery = actor.May(Permissions.CasesWork) ? await DeliveryLedger.FindAsync(db, messageId, cancellation) : null;
            if (Refuse(actor, delivery, seenVersion, decision) is { } error)
            {
                var details = new JsonObject { ["message"] = messageId.ToString(), ["decision"] = decision.ToString(), ["refusal"] = error.GetType().Name };
                await audit.AppendAsync(db, new AuditEntry(actor, "reply.decided", $"case/{delivery?.CaseId}", "refused", details, delivery?.CaseId), cancellation);
                return new CaseOutcome.Refused(error);
            }

            Apply(delivery!, actor, decision);
            await ledger.RecordAsync(db, delivery!, actor, $"reply.{(decision == DeliveryDecision.SendAgain ? "sent-again" : decision == DeliveryDecision.Stop ? "stopped" : "arrived")}", "ok", cancellation);
            return (CaseOutcome)new CaseOutcome.Done(delivery!.CaseId, delivery.Version);
        },
        cancellation);

    private static CaseError? Refuse(Actor actor, ReplyDelivery? delivery, int seenVersion, DeliveryDecision decision) =>
        actor.Kind != ActorKind.Person || !actor.May(Permissions.CasesWork) ? new CaseError.Forbidden(new NotAllowed(Permissions.CasesWork))
        : delivery is null ? new CaseError.NotFound()
        : delivery.Version != seenVersion ? new CaseError.Stale(seenVersion, delivery.Version)
        : Allows(delivery, decision) ? null
        : new CaseError.WrongDelivery(delivery.State);

    /// <summary>Whether the decision can be made in this state. While a job looks for an unknown reply, nobody needs to.</summary>
    public static bool Allows(ReplyDelivery delivery, DeliveryDecision decision) => decision switch
    {
        DeliveryDecision.Arrived => delivery is { State: DeliveryState.Unknown, DueAt: null },
        DeliveryDecision.SendAgain => delivery is { State: DeliveryState.Unknown, DueAt: null } or { State: DeliveryState.Refused or DeliveryState.Failed },
        DeliveryDecision.Stop => delivery.State is DeliveryState.Queued or DeliveryState.Retrying,
    };

    private void Apply(ReplyDelivery delivery, Actor actor, DeliveryDecision decision)
    {
        delivery.Fence++;
        delivery.LeaseUntil = null;
        delivery.Tries = 0;
        (delivery.State, delivery.StateReason, delivery.DueAt) = decision switch
        {
            DeliveryDecision.Arrived => (DeliveryState.Sent, $"{actor.Name} says that it arrived.", default(DateTimeOffset?)),
            DeliveryDecision.SendAgain => (DeliveryState.Queued, $"Sent again by {actor.Name}.", clock.GetUtcNow()),
            DeliveryDecision.Stop => (DeliveryState.Failed, $"Stopped by {actor.Name}; nothing was sent.", null),
        };
    }
}

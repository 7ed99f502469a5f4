using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Deciding;

/// <summary>How a rejection ended.</summary>
public abstract record RejectOutcome
{
    private RejectOutcome()
    {
    }

    public sealed record Rejected : RejectOutcome;

    public sealed record Refused(ActionRefusal Refusal) : RejectOutcome;
}

/// <param name="Code">One of <see cref="RejectionReason.All"/>.</param>
/// <param name="Comment">Needed for <see cref="RejectionReason.Other"/>.</param>
public sealed record Rejection(string Code, string? Comment);

/// <summary>Says no, with a structured reason. What was to follow the action goes back to a person in the same transaction.</summary>
public sealed class RejectAction(OpsDatabase database, ActionLedger ledger, Dependents dependents, TimeProvider clock)
{
    public Task<RejectOutcome> RejectAsync(Actor actor, Guid actionId, SeenContract seen, Rejection rejection, CancellationToken cancellation) =>
        database.WriteAsync(
            async db => await ActionLedger.FindAsync(db, actionId, cancellation) is { } action
                ? await RejectAsync(db, actor, action, seen, rejection, cancellation)
                : new RejectOutcome.Refused(new ActionRefusal.NoSuchAction()),
            cancellation);

    private async Task<RejectOutcome> RejectAsync(
        OpsDbContext db, Actor actor, ProposedAction action, SeenContract seen, Rejection rejection, CancellationToken cancellation)
    {
        var mine = await db.Set<ActionDecision>().SingleOrDefaultAsync(
            row => row.ActionId == action.Id && row.Nonce == action.Nonce && row.DeciderId == actor.Id, cancellation);
        if (mine is { Kind: DecisionKind.Reject })
        {
            return new RejectOutcome.Rejected();
        }

        if (Refuse(actor, action, seen, rejection) is { } refusal)
        {
            await ledger.NoteAsync(db, action, actor, "action.rejection-refused", "refused", new JsonObject { ["refusal"] = ActionRefusalText.Of(refusal) }, cancellation);
            return new RejectOutcome.Refused(refusal);
        }

        if (mine is not null)
        {
            // Whoever approved first and then thinks better of it takes that approval back with a new contract.
            action.Rebind(Ids.New(clock));
        }

        db.Add(Decision(actor, action, rejection));
        action.State = ActionState.Rejected;
        action.DueAt = null;
        action.StateReason = rejection.Comment ?? rejection.Code;
        var details = new JsonObject { ["reason"] = rejection.Code, ["comment"] = rejection.Comment };
        await ledger.RecordAsync(db, action, actor, "action.rejected", "ok", details, cancellation);
        await dependents.ReturnAsync(db, action, cancellation);
        return new RejectOutcome.Rejected();
    }

    private static ActionRefusal? Refuse(Actor actor, ProposedAction action, SeenContract seen, Rejection rejection) =>
        DecisionRights.RefuseDecision(actor, action)
        ?? RefuseReason(rejection)
        ?? (seen.Is(action) ? null : new ActionRefusal.Stale());

    private static ActionRefusal? RefuseReason(Rejection rejection) =>
        RejectionReason.All.Contains(rejection.Code) && (rejection.Code != RejectionReason.Other || !string.IsNullOrWhiteSpace(rejection.Comment))
            ? null
            : new ActionRefusal.ReasonMissing();

    private ActionDecision Decision(Actor actor, ProposedAction action, Rejection rejection) => new()
    {
        Id = Ids.New(clock),
        ActionId = action.Id,
        Kind = DecisionKind.Reject,
        DeciderId = actor.Id,
        DeciderName = actor.Name,
        DeciderRole = DecisionRights.RoleOf(actor),
        ReasonCode = rejection.Code,
        Comment = rejection.Comment,
        Digest = action.Digest,
        Nonce = action.Nonce,
        VerdictJson = action.VerdictJson,
        At = clock.GetUtcNow(),
    };
}

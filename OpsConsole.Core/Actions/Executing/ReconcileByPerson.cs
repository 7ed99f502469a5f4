using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>What a person found out about an action whose outcome nobody knew.</summary>
public enum Finding
{
    /// <summary>The effect is there; the action counts as verified, on that person's word.</summary>
    Happened,

    /// <summary>There is no effect; the action waits to be decided again, under a new contract.</summary>
    DidNotHappen,

    /// <summary>It cannot be found out; the action ends, and what it may have left behind is that person's to see to.</summary>
    GivenUp,
}

/// <summary>How a reconciliation by a person ended.</summary>
public abstract record ReconcileOutcome
{
    private ReconcileOutcome()
    {
    }

    public sealed record Reconciled(ActionState State) : ReconcileOutcome;

    public sealed record Refused(ActionRefusal Refusal) : ReconcileOutcome;
}

/// <summary>Ends an unknown or contradicted outcome on a person's word, with a reason. The last resort, when no look and no key can tell.</summary>
public sealed class ReconcileByPerson(OpsDatabase database, ActionLedger ledger, Dependents dependents, TimeProvider clock)
{
    public Task<ReconcileOutcome> ReconcileAsync(
        Actor actor, Guid actionId, SeenContract seen, Finding finding, string reason, CancellationToken cancellation) =>
        database.WriteAsync<ReconcileOutcome>(
            async db =>
            {
                if (await ActionLedger.FindAsync(db, actionId, cancellation) is not { } action)
                {
                    return new ReconcileOutcome.Refused(new ActionRefusal.NoSuchAction());
                }

                if ((Refuse(actor, action) ?? Refuse(action, seen, reason)) is { } refusal)
                {
                    await ledger.NoteAsync(db, action, actor, "action.reconciliation-refused", "refused", new JsonObject { ["refusal"] = ActionRefusalText.Of(refusal) }, cancellation);
                    return new ReconcileOutcome.Refused(refusal);
                }

                await EndAsync(db, actor, action, finding, reason, cancellation);
                return new ReconcileOutcome.Reconciled(action.State);
            },
            cancellation);

    /// <summary>Null when this actor may say what became of it. While a job is about to look for itself, nobody needs to.</summary>
    internal static ActionRefusal? Refuse(Actor actor, ProposedAction action) =>
        actor.Kind != ActorKind.Person || !actor.May(Permissions.ActionsReconcile) ? new ActionRefusal.Forbidden(new NotAllowed(Permissions.ActionsReconcile))
        : action is { State: ActionState.Contradicted } or { State: ActionState.Unknown, DueAt: null } ? null
        : new ActionRefusal.WrongState(action.State);

    private static ActionRefusal? Refuse(ProposedAction action, SeenContract seen, string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new ActionRefusal.ReasonMissing()
        : !seen.Is(action) ? new ActionRefusal.Stale()
        : null;

    private async Task EndAsync(OpsDbContext db, Actor actor, ProposedAction action, Finding finding, string reason, CancellationToken cancellation)
    {
        action.Fence++;
        action.DueAt = null;
        action.LeaseOwner = null;
        action.LeaseUntil = null;
        action.StateReason = $"{actor.Name}: {reason}";
        action.State = finding switch
        {
            Finding.Happened => ActionState.Verified,
            Finding.DidNotHappen => ActionState.AwaitingApproval,
            Finding.GivenUp => ActionState.Failed,
        };
        if (finding == Finding.DidNotHappen)
        {
            action.ChangedJson = ActionJson.Write(new[] { new ChangedLine("Earlier attempt", "outcome unknown", $"did not happen ({actor.Name})") });
            action.ExpiresAt = Expiry.Of(ActionJson.ReadVerdict(action.VerdictJson), clock.GetUtcNow());
            action.Rebind(Ids.New(clock));
        }

        await ActionTargets.ReleaseAsync(db, action, cancellation);
        var details = new JsonObject { ["finding"] = ActionJson.NameOf(finding), ["reason"] = reason };
        await ledger.RecordAsync(db, action, actor, "action.reconciled", "ok", details, cancellation);
        await (finding switch
        {
            Finding.Happened => dependents.ReleaseAsync(db, action, cancellation),
            Finding.DidNotHappen => Task.CompletedTask,
            Finding.GivenUp => dependents.ReturnAsync(db, action, cancellation),
        });
    }
}

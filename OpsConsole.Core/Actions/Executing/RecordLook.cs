using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>Writes down what a look at the other side showed, and what follows for the action, its records and those that were to follow it.</summary>
public sealed class RecordLook(OpsDatabase database, ActionLedger ledger, Dependents dependents, ExecutionOptions options, TimeProvider clock)
{
    internal LookStep Next(ProposedAction action, IdempotencySupport support, Sighting sighting, Attempts attempts) =>
        Reconciliation.Next(action.State, support, sighting, action.Tries, attempts, options);

    internal Task RecordAsync(Claim claim, LookStep step, string reason, ActionContext? context, CancellationToken cancellation) =>
        database.WriteAsync(
            async db =>
            {
                if (await claim.FindAsync(db, cancellation) is { } action)
                {
                    action.LeaseOwner = null;
                    action.LeaseUntil = null;
                    action.StateReason = reason;
                    await NoteSightAsync(db, action, context, cancellation);
                    await ApplyAsync(db, action, step, cancellation);
                }
            },
            cancellation);

    private async Task ApplyAsync(OpsDbContext db, ProposedAction action, LookStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case LookStep.Verified:
                await EndAsync(db, action, ActionState.Verified, "action.verified", "ok", cancellation);
                await dependents.ReleaseAsync(db, action, cancellation);
                await UndoAsync(db, action, cancellation);
                break;
            case LookStep.Unverifiable:
                await EndAsync(db, action, ActionState.Unverifiable, "action.unverifiable", "ok", cancellation);
                await dependents.ReleaseAsync(db, action, cancellation);
                break;
            case LookStep.Contradicted:
                await EndAsync(db, action, ActionState.Contradicted, "action.contradicted", "failed", cancellation);
                await dependents.ReturnAsync(db, action, cancellation);
                break;
            case LookStep.AskPerson:
                action.State = ActionState.Unknown;
                action.DueAt = null;
                await ledger.RecordAsync(db, action, Actor.Jobs, "action.needs-person", "unknown", Reason(action), cancellation);
                break;
            case LookStep.LookAgain:
                action.Tries++;
                action.DueAt = clock.GetUtcNow() + Backoff.After(action.Tries, options, Random.Shared.NextDouble());
                await ledger.RecordAsync(db, action, Actor.Jobs, "action.looked", "unknown", Reason(action), cancellation);
                break;
            case LookStep.Repeat:
                throw new InvalidOperationException("A repeat is called, not recorded as a look.");
        }
    }

    private async Task EndAsync(OpsDbContext db, ProposedAction action, ActionState state, string happened, string outcome, CancellationToken cancellation)
    {
        action.State = state;
        action.DueAt = null;
        await ActionTargets.ReleaseAsync(db, action, cancellation);
        await ledger.RecordAsync(db, action, Actor.Jobs, happened, outcome, Reason(action), cancellation);
    }

    /// <summary>The action that this one compensates counts as undone now.</summary>
    private async Task UndoAsync(OpsDbContext db, ProposedAction action, CancellationToken cancellation)
    {
        if (action.Undoes is { } undone && await ActionLedger.FindAsync(db, undone, cancellation) is { } original)
        {
            original.State = ActionState.Undone;
            original.StateReason = $"Action {action.Number} undid it.";
            await ledger.RecordAsync(db, original, Actor.Jobs, "action.undone", "ok", Reason(original), cancellation);
        }
    }

    private async Task NoteSightAsync(OpsDbContext db, ProposedAction action, ActionContext? context, CancellationToken cancellation)
    {
        var run = await db.Set<ActionRun>().Where(row => row.ActionId == action.Id).OrderByDescending(row => row.Attempt).FirstOrDefaultAsync(cancellation);
        if (run is not null && context is not null)
        {
            run.ProbedAt = clock.GetUtcNow();
            run.AfterJson = CanonicalJson.Write(context.Values);
            run.AfterVersionsJson = CanonicalJson.Write(context.AllVersions());
        }
    }

    private static JsonObject Reason(ProposedAction action) => new() { ["reason"] = action.StateReason };
}

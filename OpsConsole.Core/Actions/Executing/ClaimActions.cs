using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>
/// Hands out what is due, one action at a time, in the order in which it became due. The tables are the truth: whoever asks gets what they
/// say, however the asking came about. A claim and the holding of the target records are one transaction.
/// </summary>
public sealed class ClaimActions(OpsDatabase database, ActionLedger ledger, ExecutionOptions options, TimeProvider clock)
{
    private static readonly string Owner = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>The next approved action whose turn it is and whose records nobody holds; null when there is none.</summary>
    public Task<Claim?> NextToDispatchAsync(CancellationToken cancellation) => ClaimAsync(ToDispatch, ActionState.Running, cancellation);

    /// <summary>The next effect to look for: acknowledged, or unknown.</summary>
    public Task<Claim?> NextToLookAtAsync(CancellationToken cancellation) => ClaimAsync(ToLookAt, null, cancellation);

    /// <summary>
    /// Takes up what a crash left. A claim without an intent had no effect: the action is queued again. An intent without an outcome may
    /// have had one: the action becomes unknown, and reconciliation finds out.
    /// </summary>
    /// <returns>How many were taken up.</returns>
    public async Task<int> RecoverAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!await database.ReadAsync(db => Abandoned(db, now).AnyAsync(cancellation), cancellation))
        {
            return 0;
        }

        return await database.WriteAsync(
            async db =>
            {
                var abandoned = await Abandoned(db, now).ToListAsync(cancellation);
                foreach (var action in abandoned)
                {
                    await RecoverAsync(db, action, cancellation);
                }

                return abandoned.Count;
            },
            cancellation);
    }

    private async Task RecoverAsync(OpsDbContext db, ProposedAction action, CancellationToken cancellation)
    {
        var open = await db.Set<ActionRun>().SingleOrDefaultAsync(row => row.ActionId == action.Id && row.Outcome == null, cancellation);
        action.Fence++;
        action.LeaseOwner = null;
        action.LeaseUntil = null;
        action.DueAt = clock.GetUtcNow();
        action.Tries = 0;
        if (open is null)
        {
            action.State = ActionState.Queued;
            action.StateReason = "The console stopped before the call; it is queued again.";
            await ActionTargets.ReleaseAsync(db, action, cancellation);
        }
        else
        {
            open.Outcome = RunOutcome.Unknown;
            open.EndedAt = clock.GetUtcNow();
            open.Message = "The console stopped before it knew the outcome.";
            action.State = ActionState.Unknown;
            action.StateReason = open.Message;
        }

        await ledger.RecordAsync(db, action, Actor.Jobs, "action.recovered", open is null ? "ok" : "unknown", null, cancellation);
    }

    private async Task<Claim?> ClaimAsync(
        Func<OpsDbContext, DateTimeOffset, IQueryable<ProposedAction>> due, ActionState? into, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!await database.ReadAsync(db => due(db, now).AnyAsync(cancellation), cancellation))
        {
            return null;
        }

        return await database.WriteAsync(
            async db =>
            {
                if (await due(db, now).OrderBy(row => row.DueAt).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellation) is not { } action)
                {
                    return null;
                }

                action.Fence++;
                action.LeaseOwner = Owner;
                action.LeaseUntil = now + options.Lease;
                action.State = into ?? action.State;
                await db.Set<ActionTarget>().Where(row => row.ActionId == action.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(target => target.Held, true), cancellation);
                db.Announce("action", action.Id);
                db.Announce("case", action.CaseId);
                return new Claim(action.Id, action.Fence);
            },
            cancellation);
    }

    private static IQueryable<ProposedAction> ToDispatch(OpsDbContext db, DateTimeOffset now) => db.Set<ProposedAction>()
        .Where(row => (row.State == ActionState.Queued || row.State == ActionState.Retrying) && row.DueAt <= now)
        .Where(row => !db.Set<ActionTarget>().Any(mine => mine.ActionId == row.Id
            && db.Set<ActionTarget>().Any(other => other.Target == mine.Target && other.Held && other.ActionId != row.Id)));

    private static IQueryable<ProposedAction> ToLookAt(OpsDbContext db, DateTimeOffset now) => db.Set<ProposedAction>()
        .Where(row => (row.State == ActionState.Acknowledged || row.State == ActionState.Unknown) && row.DueAt <= now)
        .Where(row => row.LeaseUntil == null || row.LeaseUntil <= now);

    private static IQueryable<ProposedAction> Abandoned(OpsDbContext db, DateTimeOffset now) =>
        db.Set<ProposedAction>().Where(row => row.State == ActionState.Running && row.LeaseUntil <= now);
}

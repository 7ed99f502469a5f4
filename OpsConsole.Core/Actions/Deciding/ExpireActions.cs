using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Deciding;

/// <summary>Ends what was not decided, or not begun, in time. A decision that timed out blocks rather than runs.</summary>
public sealed class ExpireActions(OpsDatabase database, ActionLedger ledger, Dependents dependents, TimeProvider clock)
{
    private const int Batch = 100;

    private static readonly ActionState[] Waiting = [ActionState.AwaitingApproval, ActionState.Queued, ActionState.Retrying];

    /// <returns>How many lapsed.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!await database.ReadAsync(db => Lapsed(db, now).AnyAsync(cancellation), cancellation))
        {
            return 0;
        }

        return await database.WriteAsync(
            async db =>
            {
                var lapsed = await Lapsed(db, now).OrderBy(row => row.ExpiresAt).Take(Batch).ToListAsync(cancellation);
                foreach (var action in lapsed)
                {
                    await ExpireAsync(db, action, cancellation);
                }

                return lapsed.Count;
            },
            cancellation);
    }

    private async Task ExpireAsync(OpsDbContext db, ProposedAction action, CancellationToken cancellation)
    {
        action.StateReason = action.State == ActionState.AwaitingApproval
            ? "Nobody decided in time."
            : "It was approved, but could not begin before the approval lapsed.";
        action.State = ActionState.Expired;
        action.DueAt = null;
        await ledger.RecordAsync(db, action, Actor.Jobs, "action.expired", "refused", null, cancellation);
        await dependents.ReturnAsync(db, action, cancellation);
    }

    private static IQueryable<ProposedAction> Lapsed(OpsDbContext db, DateTimeOffset now) =>
        db.Set<ProposedAction>().Where(row => Waiting.Contains(row.State) && row.ExpiresAt <= now);
}

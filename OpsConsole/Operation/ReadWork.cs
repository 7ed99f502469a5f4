using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Operation;

/// <summary>One action that jobs have to do with.</summary>
public sealed record WorkRow(Guid ActionId, Guid CaseId, long CaseNumber, string Title, ActionState State, int Attempts, DateTimeOffset? DueAt, string? Owner, string Reason);

/// <summary>What jobs have before them: cases to prepare, and actions by state.</summary>
/// <param name="Overdue">Due for longer than a sweep should take.</param>
public sealed record Work(int ToPrepare, IReadOnlyDictionary<ActionState, int> Actions, int Overdue, IReadOnlyList<WorkRow> Rows);

/// <summary>Reads from our own tables what is due, running, retrying and unknown; they are the truth, not the scheduler. Null for those who may not see it.</summary>
public sealed class ReadWork(OpsDatabase database, TimeProvider clock)
{
    public const int Shown = 100;

    /// <summary>The states in which something is still to happen without a person.</summary>
    public static readonly IReadOnlyList<ActionState> Open = [ActionState.Queued, ActionState.Running, ActionState.Retrying, ActionState.Unknown, ActionState.Acknowledged];

    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    /// <param name="state">Narrows the rows; null shows all that are open.</param>
    public async Task<Work?> FindAsync(Actor actor, ActionState? state, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.SystemView))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return await database.ReadAsync(
            async db =>
            {
                var open = db.Set<ProposedAction>().Where(row => Open.Contains(row.State));
                var counts = await open.GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
                var toPrepare = await db.Set<Case>().CountAsync(row => row.PrepareAt <= now, cancellation);
                var overdue = await open.CountAsync(row => row.DueAt < now - Late, cancellation);
                var rows = await RowsAsync(db, state is { } one ? open.Where(row => row.State == one) : open, cancellation);
                return new Work(toPrepare, counts, overdue, rows);
            },
            cancellation);
    }

    private static async Task<IReadOnlyList<WorkRow>> RowsAsync(OpsDbContext db, IQueryable<ProposedAction> actions, CancellationToken cancellation) =>
        await actions.OrderBy(row => row.DueAt).Take(Shown)
            .Join(
                db.Set<Case>(),
                action => action.CaseId,
                of => of.Id,
                (action, of) => new WorkRow(action.Id, action.CaseId, of.Number, action.Title, action.State, action.Attempts, action.DueAt, action.LeaseOwner, action.StateReason))
            .ToListAsync(cancellation);
}

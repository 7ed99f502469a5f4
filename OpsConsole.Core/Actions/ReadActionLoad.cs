using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions;

/// <summary>What the jobs have before them.</summary>
/// <param name="Due">Approved and ready to be taken.</param>
/// <param name="Waiting">Approved, but another action must be verified first.</param>
/// <param name="Unknown">Outcome unknown, of which <paramref name="NeedsPerson"/> only a person can find out.</param>
public sealed record ActionLoad(int Due, int Waiting, int Running, int Retrying, int Acknowledged, int Unknown, int NeedsPerson, DateTimeOffset? OldestDue);

/// <summary>Reads what is due, running, retrying and unknown, and which actions these are.</summary>
public sealed class ReadActionLoad(OpsDatabase database, ReadActions actions, TimeProvider clock)
{
    private static readonly ActionState[] UnderWay = [ActionState.Queued, ActionState.Running, ActionState.Retrying, ActionState.Acknowledged, ActionState.Unknown];

    /// <summary>Null for an actor who may not look at the system.</summary>
    public async Task<ActionLoad?> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.SystemView))
        {
            return null;
        }

        var rows = await database.ReadAsync(
            db => db.Set<ProposedAction>().Where(row => UnderWay.Contains(row.State)).Select(row => new { row.State, row.DueAt }).ToListAsync(cancellation),
            cancellation);
        var now = clock.GetUtcNow();
        int Count(ActionState state) => rows.Count(row => row.State == state);
        return new ActionLoad(
            rows.Count(row => row.State == ActionState.Queued && row.DueAt <= now),
            rows.Count(row => row.State == ActionState.Queued && !(row.DueAt <= now)),
            Count(ActionState.Running),
            Count(ActionState.Retrying),
            Count(ActionState.Acknowledged),
            Count(ActionState.Unknown),
            rows.Count(row => row.State == ActionState.Unknown && row.DueAt == null),
            rows.Where(row => row.State == ActionState.Queued).Min(row => row.DueAt));
    }

    /// <summary>The actions in one of the states that a job works on, oldest first.</summary>
    public Task<IReadOnlyList<ActionView>> ListAsync(Actor actor, ActionState state, int take, CancellationToken cancellation) =>
        actor.May(Permissions.SystemView)
            ? actions.ReadAsync(actor, rows => rows.Where(row => row.State == state).OrderBy(row => row.UpdatedAt).Take(take), cancellation)
            : Task.FromResult<IReadOnlyList<ActionView>>([]);
}

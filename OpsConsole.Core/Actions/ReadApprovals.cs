using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions;

/// <summary>What waits under one action type and rule: only such things may be decided in bulk, with the sum shown first.</summary>
/// <param name="Amount">The sum of hundredths at stake.</param>
public sealed record ApprovalGroup(string ActionTypeId, string DecidingRule, string? Currency, int Count, long Amount, DateTimeOffset FirstExpiry);

/// <summary>Where a page of approvals ended; the next begins after it.</summary>
public sealed record ApprovalMark(DateTimeOffset ExpiresAt, Guid Id);

/// <param name="Next">Null on the last page.</param>
public sealed record ApprovalPage(IReadOnlyList<ActionView> Items, ApprovalMark? Next);

/// <summary>What waits for an actor: by role, without what the actor has approved already, soonest to expire first.</summary>
public sealed class ReadApprovals(OpsDatabase database, ReadActions actions, TimeProvider clock)
{
    public async Task<IReadOnlyList<ApprovalGroup>> GroupsAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ActionsDecide))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        return await database.ReadAsync(
            async db => (await Waiting(db, db.Set<ProposedAction>(), actor, now)
                .GroupBy(row => new { row.ActionTypeId, row.DecidingRule, row.Currency })
                .Select(group => new { group.Key, Count = group.Count(), Amount = group.Sum(row => row.Amount), First = group.Min(row => row.ExpiresAt) })
                .ToListAsync(cancellation))
                .Select(group => new ApprovalGroup(group.Key.ActionTypeId, group.Key.DecidingRule, group.Key.Currency, group.Count, group.Amount, group.First))
                .OrderBy(group => group.FirstExpiry)
                .ToList(),
            cancellation);
    }

    /// <param name="group">Only this group; null for all.</param>
    /// <param name="after">Where the page before ended.</param>
    public async Task<ApprovalPage> PageAsync(Actor actor, ApprovalGroup? group, ApprovalMark? after, int take, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ActionsDecide))
        {
            return new ApprovalPage([], null);
        }

        var now = clock.GetUtcNow();
        var ids = await database.ReadAsync(
            db => Page(Waiting(db, db.Set<ProposedAction>(), actor, now), group, after).Take(take + 1).Select(row => row.Id).ToListAsync(cancellation),
            cancellation);
        var items = await actions.ReadAsync(
            actor, rows => rows.Where(row => ids.Contains(row.Id)).OrderBy(row => row.ExpiresAt).ThenBy(row => row.Id), cancellation);
        var shown = items.Take(take).ToList();
        return new ApprovalPage(shown, items.Count > take ? new ApprovalMark(shown[^1].Action.ExpiresAt, shown[^1].Action.Id) : null);
    }

    private static IQueryable<ProposedAction> Page(IQueryable<ProposedAction> waiting, ApprovalGroup? group, ApprovalMark? after)
    {
        if (group is not null)
        {
            waiting = waiting.Where(row =>
                row.ActionTypeId == group.ActionTypeId && row.DecidingRule == group.DecidingRule && row.Currency == group.Currency);
        }

        if (after is not null)
        {
            waiting = waiting.Where(row => row.ExpiresAt > after.ExpiresAt || (row.ExpiresAt == after.ExpiresAt && row.Id.CompareTo(after.Id) > 0));
        }

        return waiting.OrderBy(row => row.ExpiresAt).ThenBy(row => row.Id);
    }

    private static IQueryable<ProposedAction> Waiting(OpsDbContext db, IQueryable<ProposedAction> rows, Actor actor, DateTimeOffset now)
    {
        var roles = DecisionRights.RoleOf(actor) == Roles.Supervisor ? new[] { Roles.Agent, Roles.Supervisor } : [Roles.Agent];
        return rows.Where(row => row.State == ActionState.AwaitingApproval && row.ExpiresAt > now && roles.Contains(row.ApproverRole)
            && !db.Set<ActionDecision>().Any(decision => decision.ActionId == row.Id && decision.Nonce == row.Nonce && decision.DeciderId == actor.Id));
    }
}

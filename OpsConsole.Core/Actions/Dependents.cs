using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions;

/// <summary>What the end of one action means for those that were to follow it; always in the transaction of that end.</summary>
public sealed class Dependents(ActionLedger ledger, TimeProvider clock)
{
    /// <summary>Its effect stands: those that were approved may run now.</summary>
    public async Task ReleaseAsync(OpsDbContext db, ProposedAction done, CancellationToken cancellation)
    {
        foreach (var next in await FollowersAsync(db, done, cancellation))
        {
            if (next.State == ActionState.Queued)
            {
                next.DueAt = clock.GetUtcNow();
                db.Announce("action", next.Id);
                db.Announce(DueTopics.Dispatch, next.Id);
            }
        }
    }

    /// <summary>It did not happen: whoever approved the next relied on it, so that a person decides again, without it.</summary>
    public async Task ReturnAsync(OpsDbContext db, ProposedAction ended, CancellationToken cancellation)
    {
        foreach (var next in await FollowersAsync(db, ended, cancellation))
        {
            next.DependsOn = null;
            next.DueAt = null;
            next.State = ActionState.AwaitingApproval;
            next.StateReason = $"Action {ended.Number}, which it was to follow, is {ActionJson.NameOf(ended.State)}.";
            next.ExpiresAt = Expiry.Of(ActionJson.ReadVerdict(next.VerdictJson), clock.GetUtcNow());
            next.ChangedJson = ActionJson.Write(new[] { new ChangedLine("Follows", $"{ended.Number} · {ended.Title}", $"{ended.Number} is {ActionJson.NameOf(ended.State)}") });
            next.Rebind(Ids.New(clock));
            await ledger.RecordAsync(db, next, Actor.Jobs, "action.returned", "refused", new JsonObject { ["reason"] = next.StateReason }, cancellation);
        }
    }

    /// <summary>Whether an action may start as far as the one before it is concerned.</summary>
    public static async Task<bool> MayStartAsync(OpsDbContext db, ProposedAction action, CancellationToken cancellation) =>
        action.DependsOn is not { } first
        || await db.Set<ProposedAction>().AnyAsync(
            row => row.Id == first && (row.State == ActionState.Verified || row.State == ActionState.Unverifiable), cancellation);

    private static Task<List<ProposedAction>> FollowersAsync(OpsDbContext db, ProposedAction action, CancellationToken cancellation) =>
        db.Set<ProposedAction>()
            .Where(row => row.DependsOn == action.Id
                && (row.State == ActionState.AwaitingApproval || row.State == ActionState.Queued || row.State == ActionState.Retrying))
            .ToListAsync(cancellation);
}

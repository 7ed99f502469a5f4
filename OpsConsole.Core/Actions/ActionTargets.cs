using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Actions;

/// <summary>The records that an action changes, as rows that can be held.</summary>
internal static class ActionTargets
{
    public static IEnumerable<ActionTarget> Of(ProposedAction action) =>
        ActionJson.ReadObject(action.TargetsJson).Select(target => new ActionTarget { ActionId = action.Id, Target = target.Key });

    /// <summary>Follows a new contract; whatever was held is let go.</summary>
    public static async Task ReplaceAsync(OpsDbContext db, ProposedAction action, CancellationToken cancellation)
    {
        await db.Set<ActionTarget>().Where(row => row.ActionId == action.Id).ExecuteDeleteAsync(cancellation);
        db.AddRange(Of(action));
    }

    public static Task ReleaseAsync(OpsDbContext db, ProposedAction action, CancellationToken cancellation) =>
        db.Set<ActionTarget>().Where(row => row.ActionId == action.Id && row.Held)
            .ExecuteUpdateAsync(row => row.SetProperty(target => target.Held, false), cancellation);
}

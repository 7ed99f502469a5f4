using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions;

/// <summary>Takes back what was proposed in a case that goes on in another, so that the same act does not wait for a decision twice.</summary>
public sealed class WithdrawOfMerged(ActionLedger ledger) : ICaseFollower
{
    public async Task MergedAsync(OpsDbContext db, Actor actor, Guid caseId, CancellationToken cancellation)
    {
        var open = await db.Set<ProposedAction>()
            .Where(row => row.CaseId == caseId && (row.State == ActionState.AwaitingApproval || row.State == ActionState.Denied)).ToListAsync(cancellation);
        foreach (var action in open)
        {
            action.State = ActionState.Withdrawn;
            action.StateReason = "Its case was merged into another.";
            action.DueAt = null;
            await ledger.RecordAsync(db, action, actor, "action.withdrawn", "ok", null, cancellation);
        }
    }
}

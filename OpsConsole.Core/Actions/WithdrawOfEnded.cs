using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions;

/// <summary>
/// Takes back what was proposed in a case that ends and that nobody has decided: of one that goes on in another the same act would wait for a
/// decision twice, and of one that is resolved nobody would look for it any more.
/// </summary>
public sealed class WithdrawOfEnded(ActionLedger ledger) : ICaseFollower
{
    public async Task EndedAsync(OpsDbContext db, Actor actor, Guid caseId, CaseEnd end, CancellationToken cancellation)
    {
        var open = await db.Set<ProposedAction>()
            .Where(row => row.CaseId == caseId && (row.State == ActionState.AwaitingApproval || row.State == ActionState.Denied)).ToListAsync(cancellation);
        foreach (var action in open)
        {
            action.State = ActionState.Withdrawn;
            action.StateReason = end switch
            {
                CaseEnd.Resolved => "Its case was resolved without it.",
                CaseEnd.Merged => "Its case was merged into another.",
            };
            action.DueAt = null;
            await ledger.RecordAsync(db, action, actor, "action.withdrawn", "ok", null, cancellation);
        }
    }
}

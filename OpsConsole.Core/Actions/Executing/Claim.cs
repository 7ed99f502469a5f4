using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Claiming;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>The right to carry an action one step further. It is good as long as nobody has claimed the action since: every claim has a higher fence.</summary>
public sealed record Claim(Guid ActionId, long Fence) : IClaim
{
    public string Work => $"action {ActionId}";

    /// <summary>The action for writing, or null when the claim was lost: then nothing may be written.</summary>
    public Task<ProposedAction?> FindAsync(OpsDbContext db, CancellationToken cancellation) =>
        db.Set<ProposedAction>().SingleOrDefaultAsync(row => row.Id == ActionId && row.Fence == Fence, cancellation);
}

using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>Takes the most urgent prepared case that nobody holds. Two people who ask at once get two cases.</summary>
public sealed class TakeNext(OpsDatabase database, CaseChange change)
{
    /// <summary>How often another person may be faster before it is given up.</summary>
    private const int MostTries = 5;

    /// <param name="actor">Who wants work.</param>
    /// <param name="queue">Only from this queue; null for any.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<CaseOutcome> TakeAsync(Actor actor, string? queue, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var next = await database.ReadAsync(db => FindAsync(db, queue, cancellation), cancellation);
            if (next is null)
            {
                break;
            }

            var outcome = await change.ApplyAsync(actor, next.Value, seenVersion: null, "case.taken", edit => TakeCase.Take(edit.Case, actor), cancellation);
            if (outcome is not CaseOutcome.Refused { Error: CaseError.HeldBy or CaseError.Resolved })
            {
                return outcome;
            }
        }

        return new CaseOutcome.Refused(new CaseError.NothingToTake());
    }

    private static Task<Guid?> FindAsync(OpsDbContext db, string? queue, CancellationToken cancellation) => db.Set<Case>()
        .Where(row => row.Stage != CaseStage.Closed && row.AssigneeId == null && row.PausedAt == null && row.Stage == CaseStage.Decide)
        .Where(row => queue == null || row.Queue == queue)
        .OrderBy(row => row.UrgentAt).ThenBy(row => row.Number)
        .Select(row => (Guid?)row.Id)
        .FirstOrDefaultAsync(cancellation);
}

using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Searching;

/// <summary>How many cases lists hold, as far as it is worth counting.</summary>
public sealed class CountCases(OpsDatabase database, TimeProvider clock)
{
    /// <summary>No more than this many are looked at; a count that reaches it means "this many or more".</summary>
    public const int Most = 1000;

    /// <summary>One count for each filter, in their order; zeros for an actor who may not see cases.</summary>
    public Task<IReadOnlyList<int>> CountAsync(Actor actor, IReadOnlyList<CaseFilter> filters, CancellationToken cancellation) =>
        actor.May(Permissions.CasesView)
            ? database.ReadAsync(db => CountAsync(db, actor, filters, cancellation), cancellation)
            : Task.FromResult<IReadOnlyList<int>>(new int[filters.Count]);

    private async Task<IReadOnlyList<int>> CountAsync(OpsDbContext db, Actor actor, IReadOnlyList<CaseFilter> filters, CancellationToken cancellation)
    {
        var counts = new int[filters.Count];
        for (var index = 0; index < filters.Count; index++)
        {
            foreach (var owner in SearchCases.Owners(filters[index].Owner))
            {
                var sql = CaseSql.Of(filters[index], owner, CaseOrder.Priority, actor.Id, clock.GetUtcNow());
                counts[index] += await db.Database.SqlQueryRaw<int>(sql.Count(Most), sql.Values).SingleAsync(cancellation);
            }

            counts[index] = Math.Min(counts[index], Most);
        }

        return counts;
    }
}

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>A decision with its input as it is stored.</summary>
internal sealed record StoredDecision(DecisionRecord Record, byte[] Snapshot);

/// <summary>
/// Reads the decisions of a span page by page, the newest first. Each page is a short read of its own, so that no writer waits and no
/// snapshot of the database is held for long; the span's end keeps out what is decided meanwhile.
/// </summary>
internal sealed class DecisionPages(OpsDatabase database, ReplaySpan span, IReadOnlyList<string> actionTypes, IReadOnlyList<string> caseTypes)
{
    private const int PageSize = 256;

    /// <summary>Null stands for all action types. Each is read apart, because an index serves the page only then.</summary>
    private readonly IReadOnlyList<string?> _types = actionTypes.Contains(Policy.AllActionTypes)
        ? [null]
        : [.. actionTypes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var type in _types)
        {
            count += await database.ReadAsync(db => Within(db, type).CountAsync(cancellation), cancellation);
        }

        return count;
    }

    public async IAsyncEnumerable<IReadOnlyList<StoredDecision>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var type in _types)
        {
            DecisionMark? mark = null;
            do
            {
                var page = await database.ReadAsync(db => PageAsync(db, type, mark, cancellation), cancellation);
                mark = page.Count == PageSize ? DecisionMark.Of(page[^1].Record) : null;
                if (page.Count > 0)
                {
                    yield return page;
                }
            }
            while (mark is not null);
        }
    }

    private async Task<List<StoredDecision>> PageAsync(OpsDbContext db, string? type, DecisionMark? mark, CancellationToken cancellation)
    {
        var records = await (mark?.Before(Within(db, type)) ?? Within(db, type))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(PageSize).ToListAsync(cancellation);
        var ids = records.Select(record => record.Id).ToList();
        var inputs = await db.Set<DecisionInput>().Where(row => ids.Contains(row.DecisionId)).ToDictionaryAsync(row => row.DecisionId, row => row.Snapshot, cancellation);
        return [.. records.Select(record => new StoredDecision(record, inputs.GetValueOrDefault(record.Id, [])))];
    }

    private IQueryable<DecisionRecord> Within(OpsDbContext db, string? type)
    {
        var rows = db.Set<DecisionRecord>().Where(row => row.At >= span.From && row.At < span.Until);
        rows = caseTypes.Count == 0 ? rows : rows.Where(row => row.CaseTypeId == null || caseTypes.Contains(row.CaseTypeId));
        return type is null ? rows : rows.Where(row => row.ActionTypeId == type);
    }
}

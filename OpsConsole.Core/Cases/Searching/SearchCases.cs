using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Searching;

/// <summary>
/// Lists cases by filter and order, a page at a time. Every page is a seek on an index to the row after the last one, so that a far page
/// costs what the first one costs and rows that come or go meanwhile neither repeat nor hide others. A search for words lists the newest
/// first.
/// </summary>
public sealed class SearchCases(OpsDatabase database, TimeProvider clock)
{
    public const int MostRows = 200;

    /// <summary>Nothing for an actor who may not see cases.</summary>
    public Task<CasePage> SearchAsync(Actor actor, CaseFilter filter, CaseOrder order, CaseCursor? after, int most, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.CasesView))
        {
            return Task.FromResult(new CasePage([], null));
        }

        return database.ReadAsync(db => SearchAsync(db, actor, filter, order, after, Math.Clamp(most, 1, MostRows), cancellation), cancellation);
    }

    private async Task<CasePage> SearchAsync(
        OpsDbContext db, Actor actor, CaseFilter filter, CaseOrder order, CaseCursor? after, int most, CancellationToken cancellation)
    {
        var exact = CaseText.Number(filter.Text);
        var rows = new List<CaseRow>();
        CaseSql? sql = null;
        foreach (var owner in Owners(filter.Owner))
        {
            sql = CaseSql.Of(filter, owner, order, actor.Id, clock.GetUtcNow());
            if (exact is { } number)
            {
                sql.Except(number);
            }

            rows.AddRange(await ReadAsync(db, sql.Page(after, most + 1), sql.Values, cancellation));
        }

        var ordered = Order(rows, sql!).Take(most).ToList();
        var next = rows.Count > most ? Cursor(ordered[^1], sql!) : null;
        if (exact is { } wanted && after is null)
        {
            ordered.InsertRange(0, await ReadAsync(db, "SELECT * FROM cases WHERE \"Number\" = {0}", [wanted], cancellation));
        }

        return new CasePage(ordered, next);
    }

    internal static CaseOwner[] Owners(CaseOwner owner) => owner == CaseOwner.MeOrNobody ? [CaseOwner.Me, CaseOwner.Nobody] : [owner];

    private static IEnumerable<CaseRow> Order(IEnumerable<CaseRow> rows, CaseSql sql) => sql.IsDescending
        ? rows.OrderByDescending(row => KeyOf(row, sql)).ThenByDescending(row => row.Number)
        : rows.OrderBy(row => KeyOf(row, sql)).ThenBy(row => row.Number);

    private static CaseCursor Cursor(CaseRow row, CaseSql sql) => new(KeyOf(row, sql), row.Number);

    private static long KeyOf(CaseRow row, CaseSql sql) => sql.Sort switch
    {
        CaseSortKey.Urgent => CaseSql.Micros(row.UrgentAt),
        CaseSortKey.Due => row.DueAt is { } due ? CaseSql.Micros(due) : long.MaxValue,
        CaseSortKey.Opened => CaseSql.Micros(row.OpenedAt),
        CaseSortKey.Resolved => row.ResolvedAt is { } at ? CaseSql.Micros(at) : 0,
        CaseSortKey.Number => row.Number,
    };

    private static Task<List<CaseRow>> ReadAsync(OpsDbContext db, string sql, object[] values, CancellationToken cancellation) =>
        db.Set<Case>().FromSqlRaw(sql, values).AsNoTracking().Select(row => new CaseRow
        {
            Id = row.Id,
            Number = row.Number,
            Subject = row.Subject,
            CustomerName = row.CustomerName,
            CaseTypeId = row.CaseTypeId,
            Stage = row.Stage,
            Best = row.Best,
            Readiness = row.Readiness,
            ValueAtRisk = row.ValueAtRisk,
            Currency = row.Currency,
            AssigneeId = row.AssigneeId,
            AssigneeName = row.AssigneeName,
            OpenedAt = row.OpenedAt,
            UrgentAt = row.UrgentAt,
            DueAt = row.DueAt,
            AtRiskAt = row.AtRiskAt,
            PausedAt = row.PausedAt,
            ResolvedAt = row.ResolvedAt,
            Version = row.Version,
        }).ToListAsync(cancellation);
}

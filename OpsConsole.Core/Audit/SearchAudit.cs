using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Audit;

/// <summary>What to look for in the log. Members that are null or empty do not narrow it.</summary>
/// <param name="Text">Begins an event or a hash, or is part of an actor's name or a subject.</param>
/// <param name="Before">Only entries older than this one: the next page begins where the last ended.</param>
public sealed record AuditFilter(
    string? Text = null,
    string? Subject = null,
    string? ActorId = null,
    string? Outcome = null,
    Guid? CaseId = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    long? Before = null);

/// <summary>One page of the log, newest first.</summary>
/// <param name="Next">What <see cref="AuditFilter.Before"/> must be for the next page; null when this is the last.</param>
/// <param name="Entries">How many entries the whole log has.</param>
public sealed record LogPage(IReadOnlyList<AuditRecord> Rows, long? Next, long Entries);

/// <summary>Reads the log for those who may; answers null to the others.</summary>
public sealed class SearchAudit(OpsDatabase database, IAuditLog log, IEnumerable<IAuditVeil> veils)
{
    public const int PageSize = 50;

    public async Task<LogPage?> FindAsync(Actor actor, AuditFilter filter, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.AuditView))
        {
            return null;
        }

        return await database.ReadAsync(
            async db =>
            {
                var rows = await Narrow(db.Set<AuditRecord>(), filter).OrderByDescending(row => row.Sequence).Take(PageSize + 1).ToListAsync(cancellation);
                var entries = await db.Set<AuditHead>().Select(head => head.Sequence).SingleOrDefaultAsync(cancellation);
                var hasMore = rows.Count > PageSize;
                var shown = await VeilAsync(db, actor, filter, rows.GetRange(0, Math.Min(rows.Count, PageSize)), cancellation);
                return new LogPage(shown, hasMore ? rows[PageSize - 1].Sequence : null, entries);
            },
            cancellation);
    }

    public async Task<AuditRecord?> FindEntryAsync(Actor actor, long sequence, CancellationToken cancellation) => actor.May(Permissions.AuditView)
        ? await database.ReadAsync(
            async db => await db.Set<AuditRecord>().FirstOrDefaultAsync(row => row.Sequence == sequence, cancellation) is { } row
                ? (await VeilAsync(db, actor, new AuditFilter(), [row], cancellation))[0]
                : null,
            cancellation)
        : null;

    /// <summary>All entries of one case, oldest first, for export; the export is itself recorded.</summary>
    public async Task<IReadOnlyList<AuditRecord>?> ExportCaseAsync(Actor actor, Guid caseId, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.AuditView))
        {
            return null;
        }

        var rows = await database.ReadAsync(
            async db => await VeilAsync(
                db, actor, new AuditFilter(), await db.Set<AuditRecord>().Where(row => row.CaseId == caseId).OrderBy(row => row.Sequence).ToListAsync(cancellation), cancellation),
            cancellation);
        await log.AppendAsync(new AuditEntry(actor, "audit.exported", $"case/{caseId}", "ok", new() { ["entries"] = rows.Count }, caseId), cancellation);
        return rows;
    }

    /// <summary>
    /// Covers what the reader is not to learn yet. Such a row is not found by who did it either, or a search for a name would tell.
    /// </summary>
    private async Task<List<AuditRecord>> VeilAsync(OpsDbContext db, Actor actor, AuditFilter filter, List<AuditRecord> rows, CancellationToken cancellation)
    {
        var hidden = new HashSet<long>();
        foreach (var veil in veils)
        {
            hidden.UnionWith(await veil.HideAsync(db, actor, rows, cancellation));
        }

        var isAboutSomebody = !string.IsNullOrEmpty(filter.ActorId) || !string.IsNullOrEmpty(filter.Text);
        return [.. rows.Where(row => !isAboutSomebody || !hidden.Contains(row.Sequence)).Select(row => hidden.Contains(row.Sequence) ? row.Veiled() : row)];
    }

    private static IQueryable<AuditRecord> Narrow(IQueryable<AuditRecord> rows, AuditFilter filter)
    {
        rows = filter.Before is { } before ? rows.Where(row => row.Sequence < before) : rows;
        rows = filter.CaseId is { } caseId ? rows.Where(row => row.CaseId == caseId) : rows;
        rows = filter.From is { } from ? rows.Where(row => row.At >= from) : rows;
        rows = filter.Until is { } until ? rows.Where(row => row.At < until) : rows;
        rows = string.IsNullOrEmpty(filter.Subject) ? rows : rows.Where(row => row.Subject == filter.Subject);
        rows = string.IsNullOrEmpty(filter.ActorId) ? rows : rows.Where(row => row.ActorId == filter.ActorId);
        rows = string.IsNullOrEmpty(filter.Outcome) ? rows : rows.Where(row => row.Outcome == filter.Outcome);
        return string.IsNullOrEmpty(filter.Text)
            ? rows
            : rows.Where(row => row.Event.StartsWith(filter.Text) || row.Hash.StartsWith(filter.Text) || row.ActorName.Contains(filter.Text) || row.Subject.Contains(filter.Text));
    }
}

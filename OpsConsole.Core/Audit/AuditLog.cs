using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Telemetry;

namespace OpsConsole.Core.Audit;

/// <summary>
/// Appends to the chain. The predecessor is read inside the writer's own transaction, which holds the write lock from its beginning, so
/// that two rows can never follow the same one. The database refuses everything but the next row (triggers of 0002_audit.sql).
/// </summary>
public sealed class AuditLog(OpsDatabase database, TimeProvider clock) : IAuditLog
{
    public async Task AppendAsync(OpsDbContext db, AuditEntry entry, CancellationToken cancellation)
    {
        // Rows appended in this transaction may still be waiting in the context.
        var waiting = db.Set<AuditRecord>().Local.MaxBy(row => row.Sequence);
        var (sequence, hash) = waiting is not null
            ? (waiting.Sequence, waiting.Hash)
            : await db.Set<AuditHead>().AsNoTracking().Select(head => ValueTuple.Create(head.Sequence, head.Hash)).SingleAsync(cancellation);
        db.Add(AuditRecord.After(sequence, hash, entry, clock.GetUtcNow()));
        db.Announce("audit", sequence + 1);
        OpsTelemetry.AuditEntries.Add(1, new("event", entry.Event), new("outcome", entry.Outcome));
    }

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellation) =>
        database.WriteAsync(db => AppendAsync(db, entry, cancellation), cancellation);
}

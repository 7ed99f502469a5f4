using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Audit;

/// <summary>The append-only, hash-chained log.</summary>
public interface IAuditLog
{
    /// <summary>Appends within the caller's write transaction, so that an act and its row commit together or not at all.</summary>
    Task AppendAsync(OpsDbContext db, AuditEntry entry, CancellationToken cancellation);

    /// <summary>Appends in a transaction of its own; for refusals and reads that change nothing else.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellation);
}

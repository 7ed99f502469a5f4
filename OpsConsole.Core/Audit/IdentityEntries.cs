using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Audit;

/// <summary>Writes what identity reports into the log.</summary>
public sealed class IdentityEntries(IAuditLog log) : IIdentityJournal
{
    public Task RecordAsync(OpsDbContext db, IdentityEvent happened, CancellationToken cancellation) =>
        log.AppendAsync(db, new AuditEntry(happened.Actor, happened.Event, happened.Subject, happened.Outcome, happened.Details), cancellation);
}

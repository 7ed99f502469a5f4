using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Audit;

/// <summary>Says what a reader of the log is not to learn yet. Features that keep something back for a while bring one; the log itself keeps nothing back.</summary>
public interface IAuditVeil
{
    /// <returns>The sequence numbers of those rows whose actor and details are not to be told to <paramref name="actor"/> now.</returns>
    Task<IReadOnlySet<long>> HideAsync(OpsDbContext db, Actor actor, IReadOnlyList<AuditRecord> rows, CancellationToken cancellation);
}

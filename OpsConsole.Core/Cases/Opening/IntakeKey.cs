using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Cases.Opening;

/// <summary>An idempotency key together with the digest of the request that it stands for.</summary>
public sealed record IntakeKey(string Key, string Digest)
{
    /// <summary>The first request under this key, if there was one.</summary>
    internal Task<IntakeRequest?> FindAsync(OpsDbContext db, string source, CancellationToken cancellation) =>
        db.Set<IntakeRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.Source == source && row.Key == Key, cancellation);

    internal void Remember(OpsDbContext db, string source, Case @case, Guid messageId, DateTimeOffset now) =>
        db.Add(new IntakeRequest
        {
            Source = source,
            Key = Key,
            Digest = Digest,
            CaseId = @case.Id,
            CaseNumber = @case.Number,
            MessageId = messageId,
            At = now,
        });
}

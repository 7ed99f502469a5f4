using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Live;

namespace OpsConsole.Core.Foundation.Storage;

/// <summary>
/// The door to storage. A read sees one consistent snapshot and tracks nothing. A write is one transaction: it begins by taking the
/// write lock, commits all or nothing, and then publishes what it announced. Writers of one process queue up here rather than in the
/// database's own busy loop.
/// </summary>
public sealed class OpsDatabase(IDbContextFactory<OpsDbContext> contexts, ChangeFeed feed) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    public async Task<T> ReadAsync<T>(Func<OpsDbContext, Task<T>> read, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>Runs <paramref name="write"/> in one transaction. It must not call this method again.</summary>
    public async Task<T> WriteAsync<T>(Func<OpsDbContext, Task<T>> write, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var outcome = await write(db);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            foreach (var change in db.Announced)
            {
                feed.Publish(change);
            }

            return outcome;
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task WriteAsync(Func<OpsDbContext, Task> write, CancellationToken cancellation) =>
        WriteAsync<object?>(
            async db =>
            {
                await write(db);
                return null;
            },
            cancellation);

    public void Dispose() => _writer.Dispose();
}

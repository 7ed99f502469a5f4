using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Audit;

/// <summary>
/// Checks the chain from the first row to the stored head, in one snapshot of the database. It finds edits, deletions, insertions,
/// reordering and a cut end. Who rewrites every row and the head as well leaves a chain that is whole in itself; only a head kept
/// outside of this machine shows that.
/// </summary>
public sealed class AuditChain(OpsDatabase database)
{
    private const int ReportEvery = 1000;

    /// <param name="progress">Hears how many rows were checked.</param>
    public Task<AuditFinding> CheckAsync(IProgress<long>? progress, CancellationToken cancellation) => database.ReadAsync(
        async db =>
        {
            await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadUncommitted, cancellation);
            var head = await db.Set<AuditHead>().SingleOrDefaultAsync(cancellation);
            var (sequence, hash) = (0L, AuditRecord.Genesis);
            await foreach (var row in db.Set<AuditRecord>().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                if (Check(row, sequence, hash, head) is { } finding)
                {
                    return finding;
                }

                (sequence, hash) = (row.Sequence, row.Hash);
                if (sequence % ReportEvery == 0)
                {
                    progress?.Report(sequence);
                }
            }

            return CheckEnd(sequence, hash, head);
        },
        cancellation);

    private static AuditFinding? Check(AuditRecord row, long previousSequence, string previousHash, AuditHead? head)
    {
        if (row.Sequence <= previousSequence)
        {
            return new AuditFinding.OutOfChain(row.Sequence);
        }

        if (row.Sequence != previousSequence + 1)
        {
            return new AuditFinding.Missing(previousSequence + 1);
        }

        if (row.Hash != row.ComputeHash())
        {
            return new AuditFinding.Edited(row.Sequence);
        }

        if (row.PreviousHash != previousHash)
        {
            return new AuditFinding.OutOfChain(row.Sequence);
        }

        return head is not null && row.Sequence > head.Sequence ? new AuditFinding.BeyondHead(row.Sequence) : null;
    }

    private static AuditFinding CheckEnd(long sequence, string hash, AuditHead? head) =>
        head is null ? new AuditFinding.HeadChanged(sequence)
        : sequence < head.Sequence ? new AuditFinding.Missing(sequence + 1)
        : hash != head.Hash ? new AuditFinding.HeadChanged(sequence)
        : new AuditFinding.Whole(sequence, hash);
}

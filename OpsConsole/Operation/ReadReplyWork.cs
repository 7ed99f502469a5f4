using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Operation;

/// <summary>One reply that is not out.</summary>
public sealed record ReplyRow(Guid MessageId, Guid CaseId, long CaseNumber, DeliveryState State, string Channel, int Attempts, DateTimeOffset QueuedAt, string Reason);

/// <summary>Reads the replies that wait, are unknown or did not get out, those that need a person first. None for those who may not see it.</summary>
public sealed class ReadReplyWork(OpsDatabase database)
{
    private const int Shown = 50;

    public async Task<IReadOnlyList<ReplyRow>> ListAsync(Actor actor, CancellationToken cancellation) => actor.May(Permissions.SystemView)
        ? await database.ReadAsync(
            db => db.Set<ReplyDelivery>().Where(row => row.State != DeliveryState.Sent)
                .OrderBy(row => row.DueAt != null).ThenBy(row => row.QueuedAt).Take(Shown)
                .Select(row => new ReplyRow(row.MessageId, row.CaseId, row.CaseNumber, row.State, row.Channel, row.Attempts, row.QueuedAt, row.StateReason))
                .ToListAsync(cancellation),
            cancellation)
        : [];
}

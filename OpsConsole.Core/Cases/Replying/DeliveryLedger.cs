using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>What every change of a delivery carries with it, in its transaction: a new version, its line in the log, and word to whoever watches.</summary>
public sealed class DeliveryLedger(IAuditLog audit, TimeProvider clock)
{
    /// <summary>What the change feed says when a reply may be due; a hint only.</summary>
    public const string Topic = "reply-to-send";

    internal async Task RecordAsync(OpsDbContext db, ReplyDelivery delivery, Actor actor, string happened, string outcome, CancellationToken cancellation)
    {
        delivery.Version++;
        delivery.UpdatedAt = clock.GetUtcNow();
        var details = new JsonObject
        {
            ["message"] = delivery.MessageId.ToString(),
            ["state"] = delivery.State.ToString(),
            ["reason"] = delivery.StateReason,
            ["attempts"] = delivery.Attempts,
            ["receipt"] = delivery.Receipt,
        };
        await audit.AppendAsync(db, new AuditEntry(actor, happened, $"case/{delivery.CaseId}", outcome, details, delivery.CaseId), cancellation);
        db.Announce("case", delivery.CaseId);
        if (delivery.DueAt is { } due && due <= clock.GetUtcNow())
        {
            db.Announce(Topic, delivery.MessageId);
        }
    }

    /// <summary>The delivery for writing; null when there is none.</summary>
    internal static Task<ReplyDelivery?> FindAsync(OpsDbContext db, Guid messageId, CancellationToken cancellation) =>
        db.Set<ReplyDelivery>().SingleOrDefaultAsync(row => row.MessageId == messageId, cancellation);
}

using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Claiming;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>The right to carry a reply one step further, good until somebody claims it anew.</summary>
public sealed record ReplyClaim(Guid MessageId, long Fence) : IClaim
{
    public string Work => $"reply {MessageId}";

    /// <summary>The delivery for writing, or null when the claim was lost: then nothing may be written.</summary>
    internal Task<ReplyDelivery?> FindAsync(OpsDbContext db, CancellationToken cancellation) =>
        db.Set<ReplyDelivery>().SingleOrDefaultAsync(row => row.MessageId == MessageId && row.Fence == Fence, cancellation);
}

/// <summary>Hands out the replies that are due, and takes up what a crash left. The tables are the truth.</summary>
public sealed class ClaimReplies(OpsDatabase database, DeliveryLedger ledger, ReplyOptions options, TimeProvider clock)
{
    private const string Interrupted = "The console stopped before it knew whether the channel had taken it.";

    /// <summary>The next reply to send or to look for; null when nothing is due.</summary>
    public async Task<ReplyClaim?> NextAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await database.ReadAsync(db => Due(db, now).AnyAsync(cancellation), cancellation)
            ? await database.WriteAsync(db => ClaimAsync(db, now, cancellation), cancellation)
            : null;
    }

    private async Task<ReplyClaim?> ClaimAsync(OpsDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await Due(db, now).OrderBy(row => row.DueAt).ThenBy(row => row.MessageId).FirstOrDefaultAsync(cancellation) is not { } delivery)
        {
            return null;
        }

        if (delivery.State == DeliveryState.Sending)
        {
            await RecoverAsync(db, delivery, cancellation);
        }

        delivery.Fence++;
        delivery.LeaseUntil = now + options.Lease;
        delivery.DueAt = delivery.LeaseUntil;
        if (delivery.State != DeliveryState.Unknown)
        {
            (delivery.State, delivery.IntendedAt) = (DeliveryState.Sending, null);
        }

        db.Announce("case", delivery.CaseId);
        return new ReplyClaim(delivery.MessageId, delivery.Fence);
    }

    /// <summary>A claim without an intent had no effect and starts anew. An intent without an outcome may have had one: whether it did is looked for.</summary>
    private Task RecoverAsync(OpsDbContext db, ReplyDelivery delivery, CancellationToken cancellation)
    {
        var isUnclear = delivery.IntendedAt is not null;
        (delivery.State, delivery.StateReason) = isUnclear ? (DeliveryState.Unknown, Interrupted) : (DeliveryState.Queued, "");
        return ledger.RecordAsync(db, delivery, Actor.Jobs, "reply.recovered", isUnclear ? "unknown" : "ok", cancellation);
    }

    /// <summary>While a claim stands, its end is the due time: what died is due again by itself.</summary>
    private static IQueryable<ReplyDelivery> Due(OpsDbContext db, DateTimeOffset now) => db.Set<ReplyDelivery>().Where(row => row.DueAt != null && row.DueAt <= now);
}

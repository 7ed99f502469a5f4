using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>Writes down what became of a claimed reply; each method is one transaction, and writes nothing when the claim was lost.</summary>
public sealed class RecordDelivery(OpsDatabase database, DeliveryLedger ledger, ReplyOptions options, TimeProvider clock)
{
    private const double LeastShare = 0.75;

    /// <summary>Commits that the channel is about to be called; false when the claim was lost.</summary>
    public Task<bool> IntendAsync(ReplyClaim claim, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            if (await claim.FindAsync(db, cancellation) is not { State: DeliveryState.Sending } delivery)
            {
                return false;
            }

            delivery.IntendedAt = clock.GetUtcNow();
            delivery.Attempts++;
            await ledger.RecordAsync(db, delivery, Actor.Jobs, "reply.sending", "ok", cancellation);
            return true;
        },
        cancellation);

    public Task EndAsync(ReplyClaim claim, ConnectorResult result, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            if (await claim.FindAsync(db, cancellation) is not { State: DeliveryState.Sending } delivery)
            {
                return;
            }

            Apply(delivery, result);
            (delivery.LeaseUntil, delivery.IntendedAt) = (null, null);
            var (happened, outcome) = delivery.State switch
            {
                DeliveryState.Sent => ("reply.sent", "ok"),
                DeliveryState.Refused => ("reply.refused", "refused"),
                DeliveryState.Unknown => ("reply.unknown", "unknown"),
                DeliveryState.Retrying => ("reply.unreached", "failed"),
                _ => ("reply.failed", "failed"),
            };
            await ledger.RecordAsync(db, delivery, Actor.Jobs, happened, outcome, cancellation);
            await CallForAPersonAsync(db, delivery, cancellation);
        },
        cancellation);

    /// <param name="claim">The claim on the unknown reply.</param>
    /// <param name="arrived">What the channel could tell; null when it cannot, and only a person can go on.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task LookedAsync(ReplyClaim claim, bool? arrived, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            if (await claim.FindAsync(db, cancellation) is not { State: DeliveryState.Unknown } delivery)
            {
                return;
            }

            (delivery.LeaseUntil, delivery.IntendedAt, delivery.DueAt) = (null, null, null);
            switch (arrived)
            {
                case true:
                    (delivery.State, delivery.StateReason) = (DeliveryState.Sent, "Found when it was looked for.");
                    break;
                case false:
                    (delivery.State, delivery.StateReason, delivery.DueAt) = (DeliveryState.Queued, "It was looked for and is not there; it is sent again.", clock.GetUtcNow());
                    break;
            }

            await ledger.RecordAsync(db, delivery, Actor.Jobs, "reply.looked-for", arrived is null ? "unknown" : "ok", cancellation);
            await CallForAPersonAsync(db, delivery, cancellation);
        },
        cancellation);

    /// <summary>A case whose reply did not get out is not done: one that was resolved meanwhile is open again, and says why.</summary>
    private async Task CallForAPersonAsync(OpsDbContext db, ReplyDelivery delivery, CancellationToken cancellation)
    {
        if (delivery.DueAt is not null || delivery.State is not (DeliveryState.Refused or DeliveryState.Failed or DeliveryState.Unknown)
            || await db.Set<Case>().SingleOrDefaultAsync(row => row.Id == delivery.CaseId && row.Stage == CaseStage.Closed, cancellation) is not { } @case)
        {
            return;
        }

        var edit = new CaseEdit(db, @case, clock.GetUtcNow(), cancellation);
        db.Add(ThreadNote.Make(edit, clock, Actor.Jobs.Name, $"Opened again: a reply did not get out. {delivery.StateReason}"));
        (@case.Stage, @case.ResolvedAt, @case.Resolution) = (CaseStage.Decide, null, null);
        edit.Finish();
    }

    private void Apply(ReplyDelivery delivery, ConnectorResult result)
    {
        delivery.DueAt = null;
        switch (result)
        {
            case ConnectorResult.Done done:
                (delivery.State, delivery.StateReason, delivery.Receipt, delivery.Tries) = (DeliveryState.Sent, "", done.Receipt, 0);
                break;
            case ConnectorResult.Refused refused:
                (delivery.State, delivery.StateReason) = (DeliveryState.Refused, refused.Message);
                break;
            case ConnectorResult.Unavailable unavailable:
                Postpone(delivery, unavailable);
                break;
            case ConnectorResult.Unknown unknown:
                (delivery.State, delivery.StateReason, delivery.DueAt) = (DeliveryState.Unknown, unknown.Reason, clock.GetUtcNow());
                break;
        }
    }

    /// <summary>Twice as long each time up to a limit, and scattered, so that what failed together does not come back together.</summary>
    private void Postpone(ReplyDelivery delivery, ConnectorResult.Unavailable unavailable)
    {
        delivery.Tries++;
        if (delivery.Tries > options.Retries)
        {
            (delivery.State, delivery.StateReason) = (DeliveryState.Failed, $"{unavailable.Reason} It was tried {delivery.Tries} times; nothing was sent.");
            return;
        }

        var full = Math.Min(options.LongestPause.TotalSeconds, options.FirstPause.TotalSeconds * Math.Pow(2, delivery.Tries - 1));
        var pause = TimeSpan.FromSeconds(full * (LeastShare + Random.Shared.NextDouble() / 2));
        (delivery.State, delivery.StateReason) = (DeliveryState.Retrying, unavailable.Reason);
        delivery.DueAt = clock.GetUtcNow() + (unavailable.RetryAfter > pause ? unavailable.RetryAfter.Value : pause);
    }
}

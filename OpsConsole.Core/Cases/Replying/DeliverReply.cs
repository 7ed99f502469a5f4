using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>
/// Carries one claimed reply out: the intent is committed, the channel is called outside any transaction, the outcome is committed if the
/// claim still holds. Each boundary is a failpoint. What may have been sent is never sent again by itself.
/// </summary>
public sealed class DeliverReply(OpsDatabase database, ChannelDirectory channels, RecordDelivery record, ReplyOptions options)
{
    public async Task RunAsync(ReplyClaim claim, CancellationToken cancellation)
    {
        await Failpoint.PassAsync("reply.after-claim");
        var (delivery, text) = await database.ReadAsync(
            async db => (
                await claim.FindAsync(db, cancellation),
                await db.Set<CaseMessage>().Where(row => row.Id == claim.MessageId).Select(row => row.Body).SingleOrDefaultAsync(cancellation)),
            cancellation);
        if (delivery is null || text is null)
        {
            return;
        }

        var message = new OutgoingMessage(
            delivery.MessageId, delivery.MessageRef, $"CASE-{delivery.CaseNumber}", delivery.Channel, delivery.To, delivery.Subject, text, delivery.InReplyTo,
            delivery.References(), delivery.ThreadRef, delivery.QueuedAt);
        var channel = await channels.FindAsync(delivery.ConnectorId, cancellation);
        await (delivery.State == DeliveryState.Unknown ? LookAsync(claim, channel, message, cancellation) : SendAsync(claim, channel, message, cancellation));
    }

    private async Task SendAsync(ReplyClaim claim, IChannelConnector? channel, OutgoingMessage message, CancellationToken cancellation)
    {
        if (!await record.IntendAsync(claim, cancellation))
        {
            return;
        }

        await Failpoint.PassAsync("reply.after-intent");
        var result = channel is null
            ? new ConnectorResult.Unavailable("Its channel connector is no longer set up.")
            : await CallAsync(channel, message);
        await Failpoint.PassAsync("reply.after-call");
        await record.EndAsync(claim, result, CancellationToken.None);
        await Failpoint.PassAsync("reply.after-outcome");
    }

    /// <summary>Once the intent is committed the process's own stopping no longer interrupts: the call has a time limit.</summary>
    private async Task<ConnectorResult> CallAsync(IChannelConnector channel, OutgoingMessage message)
    {
        using var limit = new CancellationTokenSource(options.CallTimeout);
        try
        {
            return await channel.SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new ConnectorResult.Unknown($"The channel did not answer within {options.CallTimeout.TotalSeconds:0} seconds.");
        }
    }

    private async Task LookAsync(ReplyClaim claim, IChannelConnector? channel, OutgoingMessage message, CancellationToken cancellation) =>
        await record.LookedAsync(claim, channel is null ? null : await channel.HasArrivedAsync(message, cancellation), cancellation);
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>Carries out every reply whose turn it is, a few at a time.</summary>
public sealed class DeliverDue(ClaimReplies claims, DeliverReply deliver, ReplyOptions options, ILogger<DeliverDue> log)
{
    /// <returns>How many were taken.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation) =>
        (await Task.WhenAll(Enumerable.Range(0, Math.Max(1, options.Parallelism)).Select(_ => WorkAsync(cancellation)))).Sum();

    private async Task<int> WorkAsync(CancellationToken cancellation)
    {
        var done = 0;
        while (!cancellation.IsCancellationRequested && await claims.NextAsync(cancellation) is { } claim)
        {
            await GuardAsync(claim, cancellation);
            done++;
        }

        return done;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The job loop: one reply's bug must not stop the others; it is taken up again when its lease has ended.")]
    private async Task GuardAsync(ReplyClaim claim, CancellationToken cancellation)
    {
        try
        {
            await deliver.RunAsync(claim, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Reply {Message} stopped at fence {Fence}; it is taken up again when its lease runs out.", claim.MessageId, claim.Fence);
        }
    }
}

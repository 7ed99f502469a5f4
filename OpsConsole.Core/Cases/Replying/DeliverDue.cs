using Microsoft.Extensions.Logging;
using OpsConsole.Core.Foundation.Claiming;

namespace OpsConsole.Core.Cases.Replying;

/// <summary>Carries out every reply whose turn it is, a few at a time.</summary>
public sealed class DeliverDue(ClaimReplies claims, DeliverReply deliver, ReplyOptions options, ILogger<DeliverDue> log)
{
    /// <returns>How many were taken.</returns>
    public Task<int> SweepAsync(CancellationToken cancellation) => Sweep.RunAsync(claims.NextAsync, deliver.RunAsync, Math.Max(1, options.Parallelism), log, cancellation);
}

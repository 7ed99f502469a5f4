using OpsConsole.Core.Cases.Replying;
using OpsConsole.Operation;
using Quartz;

namespace OpsConsole.Cases;

/// <summary>Carries out the replies that people have sent.</summary>
[DisallowConcurrentExecution]
public sealed class DeliverRepliesJob(DeliverDue due, JobBells bells, ILogger<DeliverRepliesJob> log) : SweepJob(bells, log)
{
    protected override Task SweepAsync(CancellationToken cancellation) => due.SweepAsync(cancellation);
}

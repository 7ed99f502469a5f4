using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Operation;
using Quartz;

namespace OpsConsole.Preparation;

/// <summary>Prepares the cases that are due. A stop of the process ends it between two reads: what is left is taken up again at the next start.</summary>
[DisallowConcurrentExecution]
public sealed class PrepareCasesJob(PrepareDue due, IHostApplicationLifetime process, JobBells bells, ILogger<PrepareCasesJob> log) : SweepJob(bells, log)
{
    protected override async Task SweepAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, process.ApplicationStopping);
        try
        {
            await due.SweepAsync(stop.Token);
        }
        catch (OperationCanceledException) when (process.ApplicationStopping.IsCancellationRequested)
        {
            // Nothing is half done: a stage is one transaction, and the lease runs out by itself.
        }
    }
}

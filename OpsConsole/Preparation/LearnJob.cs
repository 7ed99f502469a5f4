using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Suggesting;
using OpsConsole.Operation;
using Quartz;

namespace OpsConsole.Preparation;

/// <summary>Learns anew when enough was decided, and looks for suggestions; both keep their own, slower pace. A stop of the process ends it, and nothing is half done.</summary>
[DisallowConcurrentExecution]
public sealed class LearnJob(RetrainDue retrain, SuggestDue suggest, IHostApplicationLifetime process, JobBells bells, ILogger<LearnJob> log) : SweepJob(bells, log)
{
    protected override async Task SweepAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, process.ApplicationStopping);
        try
        {
            await retrain.SweepAsync(stop.Token);
            await suggest.SweepAsync(stop.Token);
        }
        catch (OperationCanceledException) when (process.ApplicationStopping.IsCancellationRequested)
        {
            // What was learnt is stored in one transaction or not at all.
        }
    }
}

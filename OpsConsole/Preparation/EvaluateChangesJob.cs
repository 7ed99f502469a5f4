using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Operation;
using Quartz;

namespace OpsConsole.Preparation;

/// <summary>Evaluates providers that were changed, before they work.</summary>
[DisallowConcurrentExecution]
public sealed class EvaluateChangesJob(EvaluateChanges changes, JobBells bells, ILogger<EvaluateChangesJob> log) : SweepJob(bells, log)
{
    protected override Task SweepAsync(CancellationToken cancellation) => changes.SweepAsync(cancellation);
}

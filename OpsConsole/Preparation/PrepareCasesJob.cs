using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Operation;
using Quartz;

namespace OpsConsole.Preparation;

/// <summary>Prepares the cases that are due.</summary>
[DisallowConcurrentExecution]
public sealed class PrepareCasesJob(PrepareDue due, JobBells bells, ILogger<PrepareCasesJob> log) : SweepJob(bells, log)
{
    protected override Task SweepAsync(CancellationToken cancellation) => due.SweepAsync(cancellation);
}

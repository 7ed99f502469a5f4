using OpsConsole.Core.Actions.Executing;
using OpsConsole.Operation;
using Quartz;

namespace OpsConsole.Actions;

/// <summary>Carries out what was decided.</summary>
[DisallowConcurrentExecution]
public sealed class DispatchActionsJob(DispatchDue due, JobBells bells, ILogger<DispatchActionsJob> log) : SweepJob(bells, log)
{
    protected override Task SweepAsync(CancellationToken cancellation) => due.SweepAsync(cancellation);
}

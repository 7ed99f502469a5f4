using OpsConsole.Core.Actions.Executing;
using OpsConsole.Operation;
using Quartz;

namespace OpsConsole.Actions;

/// <summary>Reads effects back and finds out what nobody knows.</summary>
[DisallowConcurrentExecution]
public sealed class ProbeActionsJob(LookDue due, JobBells bells, ILogger<ProbeActionsJob> log) : SweepJob(bells, log)
{
    protected override Task SweepAsync(CancellationToken cancellation) => due.SweepAsync(cancellation);
}

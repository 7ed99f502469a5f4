using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Operation;
using Quartz;

namespace OpsConsole.Actions;

/// <summary>Ends what was not decided, or not begun, in time.</summary>
[DisallowConcurrentExecution]
public sealed class ExpireActionsJob(ExpireActions expire, JobBells bells, ILogger<ExpireActionsJob> log) : SweepJob(bells, log)
{
    protected override async Task SweepAsync(CancellationToken cancellation)
    {
        while (await expire.SweepAsync(cancellation) > 0)
        {
        }
    }
}

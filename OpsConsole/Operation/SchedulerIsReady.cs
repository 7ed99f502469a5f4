using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace OpsConsole.Operation;

/// <summary>Jobs are being started.</summary>
public sealed class SchedulerIsReady(ISchedulerFactory schedulers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        return await scheduler.GetStatus(cancellationToken) == SchedulerStatus.Running ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The scheduler is not running.");
    }
}

using OpsConsole.Core.Foundation.Live;
using Quartz;

namespace OpsConsole.Operation;

/// <summary>Turns hints of the change feed into runs of jobs, so that an approved action does not wait for the next sweep.</summary>
public sealed class WakeJobs(ChangeFeed feed, JobBells bells, ISchedulerFactory schedulers, IHostApplicationLifetime lifetime, ILogger<WakeJobs> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changes = feed.Watch(bells.Topics);
        if (!await lifetime.HasStartedAsync(stoppingToken))
        {
            return;
        }

        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await foreach (var change in changes.ReadAllAsync(stoppingToken))
        {
            foreach (var job in bells.Ring(change.Topic, change == ChangeFeed.Missed))
            {
                await CallAsync(scheduler, job, stoppingToken);
            }
        }
    }

    private async Task CallAsync(IScheduler scheduler, JobKey job, CancellationToken cancellation)
    {
        try
        {
            await scheduler.TriggerJob(job, [], cancellation);
        }
        catch (SchedulerException fault)
        {
            bells.Answered(job);
            log.LogWarning(fault, "The job {Job} could not be called at once; its sweep will find what is due.", job.Name);
        }
    }
}

using Microsoft.Data.Sqlite;
using OpsConsole.Actions;
using OpsConsole.Cases;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Preparation;
using Quartz;

namespace OpsConsole.Operation;

/// <summary>
/// The one file that knows how jobs are scheduled. Each job is a sweep over what our own tables say is due: every second, and at once when
/// the change feed gives a hint. The scheduler's file holds triggers only; without it the next start makes them anew, and nothing is lost.
/// </summary>
public static class Scheduling
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);

    public static void AddScheduling(this WebApplicationBuilder builder)
    {
        var storage = builder.Services.Where(service => service.ServiceType == typeof(StorageOptions)).Select(service => service.ImplementationInstance).OfType<StorageOptions>().Single();
        var jobs = new JobBells();
        builder.Services.AddSingleton(jobs);
        builder.Services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(6);
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlite(JobsFile.Instance, new SqliteConnectionStringBuilder { DataSource = storage.JobsFile }.ToString());
                store.UseSystemTextJsonSerializer(_ => { });
                store.ProvisionSchema();
            });
            Add<DispatchActionsJob>(quartz, jobs, DueTopics.Dispatch);
            Add<ProbeActionsJob>(quartz, jobs, DueTopics.Look);
            Add<PrepareCasesJob>(quartz, jobs, PreparationLeases.Topic);
            Add<ExpireActionsJob>(quartz, jobs);
            Add<LearnJob>(quartz, jobs);
            Add<DeliverRepliesJob>(quartz, jobs, DeliveryLedger.Topic);
            Add<EvaluateChangesJob>(quartz, jobs);
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<WakeJobs>();
    }

    /// <param name="topics">What on the change feed wakes it before its second is over.</param>
    private static void Add<TJob>(IQuartzBuilder quartz, JobBells jobs, params IReadOnlyCollection<string> topics)
        where TJob : class, IJob
    {
        var key = new JobKey(typeof(TJob).Name);
        jobs.Add(key, topics);
        quartz.AddJob<TJob>(job => job.WithIdentity(key).StoreDurably());
        quartz.AddTrigger<TJob>(trigger => trigger
            .ForJob(key)
            .WithIdentity(key.Name)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(SweepEvery).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
    }
}

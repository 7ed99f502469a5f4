using System.Diagnostics.CodeAnalysis;
using Quartz;

namespace OpsConsole.Operation;

/// <summary>A job that does what is due and then ends. What fails is logged and left to the next sweep, which is never more than a second away.</summary>
public abstract class SweepJob(JobBells bells, ILogger log) : IJob
{
    [SuppressMessage("Design", "CA1031", Justification = "The job loop: a fault must not stop the sweeps to come.")]
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        bells.Answered(context.JobDetail.Key);
        try
        {
            await SweepAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The job {Job} failed; its next sweep tries again.", context.JobDetail.Key.Name);
        }
    }

    protected abstract Task SweepAsync(CancellationToken cancellation);
}

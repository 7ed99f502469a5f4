using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Preparation;

/// <summary>At the start no evaluation runs: those that say so were left behind by a process that ended, and would keep others from running.</summary>
public sealed class EndAbandonedEvaluations(EvaluationStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.EndAbandonedAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

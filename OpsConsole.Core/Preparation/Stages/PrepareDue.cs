using Microsoft.Extensions.Logging;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Foundation.Claiming;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>Prepares every case whose turn it is, a few at a time.</summary>
public sealed class PrepareDue(PreparationLeases leases, PrepareCase prepare, ILogger<PrepareDue> log)
{
    private const int Parallelism = 2;

    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <returns>How many were taken.</returns>
    public Task<int> SweepAsync(CancellationToken cancellation) => Sweep.RunAsync(next => leases.ClaimAsync(_owner, next), prepare.PrepareAsync, Parallelism, log, cancellation);
}

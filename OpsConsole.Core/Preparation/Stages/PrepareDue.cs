using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OpsConsole.Core.Cases.Preparing;

namespace OpsConsole.Core.Preparation.Stages;

/// <summary>Prepares every case whose turn it is, a few at a time.</summary>
public sealed class PrepareDue(PreparationLeases leases, PrepareCase prepare, ILogger<PrepareDue> log)
{
    private const int Parallelism = 2;

    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <returns>How many were taken.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation) =>
        (await Task.WhenAll(Enumerable.Range(0, Parallelism).Select(_ => WorkAsync(cancellation)))).Sum();

    private async Task<int> WorkAsync(CancellationToken cancellation)
    {
        var done = 0;
        while (await leases.ClaimAsync(_owner, cancellation) is { } lease)
        {
            await GuardAsync(lease, cancellation);
            done++;
        }

        return done;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The job loop: one case's bug must not stop the others; the case is taken again when its lease has ended.")]
    private async Task GuardAsync(CaseLease lease, CancellationToken cancellation)
    {
        try
        {
            await prepare.PrepareAsync(lease, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Preparing the case {Case} stopped at fence {Fence}; it is taken up again when its lease runs out.", lease.CaseId, lease.Fence);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace OpsConsole.Core.Foundation.Claiming;

/// <summary>
/// Does what is due until nothing is, a bounded number at a time. A fault in one piece of work does not stop the others: it is logged, its
/// lease runs out, and whoever claims it then goes on from its rows.
/// </summary>
internal static class Sweep
{
    /// <summary>While some are under way, others may fall due.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(25);

    /// <param name="next">Claims the next piece of work that is due; null when none is.</param>
    /// <param name="parallelism">How many are done at a time, at the most.</param>
    /// <returns>How many were done.</returns>
    public static async Task<int> RunAsync<TClaim>(
        Func<CancellationToken, Task<TClaim?>> next, Func<TClaim, CancellationToken, Task> act, int parallelism, ILogger log, CancellationToken cancellation)
        where TClaim : class, IClaim
    {
        var done = 0;
        var running = new List<Task>();
        while (!cancellation.IsCancellationRequested)
        {
            running.RemoveAll(task => task.IsCompleted);
            var claim = running.Count < parallelism ? await next(cancellation) : null;
            if (claim is not null)
            {
                done++;
                running.Add(Task.Run(() => GuardAsync(claim, act, log, cancellation), CancellationToken.None));
            }
            else if (running.Count == 0)
            {
                break;
            }
            else
            {
                await Task.WhenAny([.. running, Task.Delay(AskAgain, CancellationToken.None)]);
            }
        }

        await Task.WhenAll(running);
        return done;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The job loop: a bug in one piece of work must not stop the others.")]
    private static async Task GuardAsync<TClaim>(TClaim claim, Func<TClaim, CancellationToken, Task> act, ILogger log, CancellationToken cancellation)
        where TClaim : IClaim
    {
        try
        {
            await act(claim, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The {Work} stopped at fence {Fence}; it is taken up again when its lease runs out.", claim.Work, claim.Fence);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>
/// Does what is due until nothing is, a bounded number at a time. One action's fault does not stop the others: it is logged, its lease runs
/// out, and recovery goes on from its rows.
/// </summary>
internal static class Sweep
{
    /// <summary>While some are under way, others may fall due.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(25);

    /// <returns>How many were done.</returns>
    public static async Task<int> RunAsync(
        Func<CancellationToken, Task<Claim?>> next, Func<Claim, CancellationToken, Task> act, int parallelism, ILogger log, CancellationToken cancellation)
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

    [SuppressMessage("Design", "CA1031", Justification = "The job loop: one action's bug must not stop the others.")]
    private static async Task GuardAsync(Claim claim, Func<Claim, CancellationToken, Task> act, ILogger log, CancellationToken cancellation)
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
            log.LogError(fault, "Action {Action} stopped at fence {Fence}; it is taken up again when its lease runs out.", claim.ActionId, claim.Fence);
        }
    }
}

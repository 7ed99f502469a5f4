using Microsoft.Extensions.Logging;
using OpsConsole.Core.Foundation.Claiming;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>Takes up what a crash left, then carries out every approved action whose turn it is.</summary>
public sealed class DispatchDue(ClaimActions claims, DispatchAction dispatch, ExecutionOptions options, ILogger<DispatchDue> log)
{
    /// <returns>How many were dispatched.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await claims.RecoverAsync(cancellation);
        return await Sweep.RunAsync(claims.NextToDispatchAsync, dispatch.RunAsync, options.Parallelism, log, cancellation);
    }
}

using Microsoft.Extensions.Logging;
using OpsConsole.Core.Foundation.Claiming;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>Looks at every effect that is due to be seen, and finds out what nobody knows.</summary>
public sealed class LookDue(ClaimActions claims, LookAtEffect look, ExecutionOptions options, ILogger<LookDue> log)
{
    /// <returns>How many were looked at.</returns>
    public Task<int> SweepAsync(CancellationToken cancellation) =>
        Sweep.RunAsync(claims.NextToLookAtAsync, look.RunAsync, options.Parallelism, log, cancellation);
}

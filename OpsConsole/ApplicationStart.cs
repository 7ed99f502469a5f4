namespace OpsConsole;

/// <summary>What runs beside the requests begins when they can be answered.</summary>
internal static class ApplicationStart
{
    /// <summary>True when the application has started, and with it the scheduler; false when it ends before.</summary>
    public static async Task<bool> HasStartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var yes = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var no = stopping.Register(() => started.TrySetResult(false));
        return await started.Task;
    }
}

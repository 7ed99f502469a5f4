namespace OpsConsole.Core.Actions.Executing;

/// <summary>The pause before the next try: twice as long each time up to a limit, and scattered, so that what failed together does not come back together.</summary>
internal static class Backoff
{
    /// <param name="tries">How many have come to nothing; from 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan After(int tries, ExecutionOptions options, double chance)
    {
        var full = Math.Min(options.LongestPause.TotalSeconds, options.FirstPause.TotalSeconds * Math.Pow(2, Math.Min(tries - 1, 30)));
        return TimeSpan.FromSeconds(full * (0.75 + chance / 2));
    }
}

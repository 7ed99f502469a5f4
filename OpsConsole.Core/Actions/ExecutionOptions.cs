namespace OpsConsole.Core.Actions;

/// <summary>How actions are carried out. Bound to the section <c>Execution</c>.</summary>
public sealed class ExecutionOptions
{
    /// <summary>How many actions are under way at once.</summary>
    public int Parallelism { get; set; } = 8;

    /// <summary>How long a claim stands before another dispatcher may take over; longer than <see cref="CallTimeout"/>.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>After this the outcome of a call is unknown.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(15);

    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often an unreachable system is tried, and an unclear call repeated under its key, before a person is asked.</summary>
    public int Retries { get; set; } = 8;

    /// <summary>How often an acknowledged or unknown effect is looked for before it counts as not there.</summary>
    public int Looks { get; set; } = 4;

    /// <summary>The pause after the first failure; each further one is twice as long, up to <see cref="LongestPause"/>.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after the intent an unclear call may be repeated under its idempotency key when the effect cannot be seen.</summary>
    public TimeSpan RepeatWithin { get; set; } = TimeSpan.FromMinutes(10);
}

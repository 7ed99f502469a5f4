namespace OpsConsole.Core.Cases.Replying;

/// <summary>How replies are carried out. Bound to the section <c>Replies</c>.</summary>
public sealed class ReplyOptions
{
    /// <summary>How many are under way at once.</summary>
    public int Parallelism { get; set; } = 4;

    /// <summary>How long a claim stands before another worker may take over; longer than <see cref="CallTimeout"/>.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>After this the outcome of a call is unknown; longer than any connector's own time-out.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>How often a channel that is not reached is tried again before a person is asked.</summary>
    public int Retries { get; set; } = 10;

    /// <summary>The pause after the first failure; each further one is twice as long, up to <see cref="LongestPause"/>.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(15);
}

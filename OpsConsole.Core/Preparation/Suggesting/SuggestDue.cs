namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>Looks for suggestions from time to time. What was found stands in the tables, so that looking twice finds nothing new.</summary>
public sealed class SuggestDue(FindSuggestions find, TimeProvider clock)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(30);

    /// <summary>A start has other things to do first.</summary>
    private DateTimeOffset _next = clock.GetUtcNow() + TimeSpan.FromMinutes(1);

    /// <returns>How many are new.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now < _next)
        {
            return 0;
        }

        _next = now + Pace;
        return await find.FindAsync(cancellation);
    }
}

namespace OpsConsole.Core.Connectors;

/// <summary>How a system does, over the last calls.</summary>
/// <param name="P95">Milliseconds within which 95 of 100 calls were answered; null before the first.</param>
/// <param name="FailedShare">The share of calls that failed, from 0 to 1.</param>
/// <param name="LastFailure">Why the last failed call failed.</param>
/// <param name="Recent">Milliseconds of the last answered calls, oldest first, for a small picture.</param>
public sealed record SystemHealth(
    int Calls, double? P50, double? P95, double FailedShare, DateTimeOffset? LastAnsweredAt, DateTimeOffset? LastFailedAt, string? LastFailure, IReadOnlyList<double> Recent)
{
    private const int RecentCount = 40;

    /// <summary>It did not answer the last time.</summary>
    public bool IsDown => LastFailedAt is { } failed && (LastAnsweredAt is null || failed > LastAnsweredAt);

    public static SystemHealth Of(IReadOnlyList<CallSample> calls)
    {
        var answered = calls.Where(call => !call.Failed).ToList();
        var sorted = answered.Select(call => call.Milliseconds).Order().ToList();
        var failure = calls.LastOrDefault(call => call.Failed);
        return new SystemHealth(
            calls.Count, Quantile(sorted, 0.5), Quantile(sorted, 0.95), calls.Count == 0 ? 0 : 1 - (answered.Count / (double)calls.Count),
            answered.LastOrDefault()?.At, failure?.At, failure?.Reason, [.. answered.TakeLast(RecentCount).Select(call => call.Milliseconds)]);
    }

    private static double? Quantile(List<double> sorted, double share) =>
        sorted.Count == 0 ? null : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}

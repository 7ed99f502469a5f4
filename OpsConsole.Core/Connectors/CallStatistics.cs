using System.Collections.Concurrent;

namespace OpsConsole.Core.Connectors;

/// <summary>One call that was made.</summary>
/// <param name="Failed">The system was not available, or nobody knows what became of the call. A refusal is an answer, not a failure.</param>
public sealed record CallSample(DateTimeOffset At, double Milliseconds, bool Failed, string? Reason);

/// <summary>The last calls to each system, kept in memory since the start of this process.</summary>
public sealed class CallStatistics
{
    private const int Kept = 500;

    private readonly ConcurrentDictionary<string, Queue<CallSample>> _calls = new(StringComparer.Ordinal);

    public void Record(string systemId, CallSample sample)
    {
        var calls = _calls.GetOrAdd(systemId, _ => new Queue<CallSample>());
        lock (calls)
        {
            calls.Enqueue(sample);
            if (calls.Count > Kept)
            {
                calls.Dequeue();
            }
        }
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CallSample> Of(string systemId)
    {
        if (!_calls.TryGetValue(systemId, out var calls))
        {
            return [];
        }

        lock (calls)
        {
            return [.. calls];
        }
    }
}

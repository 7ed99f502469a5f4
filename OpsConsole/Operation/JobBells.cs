using System.Collections.Concurrent;
using Quartz;

namespace OpsConsole.Operation;

/// <summary>Which jobs listen to which topics, and whether a job has been called and has not begun yet: a hundred hints make one run.</summary>
public sealed class JobBells
{
    private readonly ConcurrentDictionary<JobKey, byte> _rung = new();
    private readonly List<(JobKey Job, string Topic)> _listeners = [];

    public IReadOnlyCollection<string> Topics => [.. _listeners.Select(listener => listener.Topic).Distinct(StringComparer.Ordinal)];

    public void Add(JobKey job, IEnumerable<string> topics) => _listeners.AddRange(topics.Select(topic => (job, topic)));

    /// <summary>The jobs to call for a change, without those that have been called already. Dropped changes call every job that listens.</summary>
    public IEnumerable<JobKey> Ring(string topic, bool all) => _listeners
        .Where(listener => all || listener.Topic == topic)
        .Select(listener => listener.Job)
        .Distinct()
        .Where(job => _rung.TryAdd(job, 0));

    /// <summary>The job begins now; whatever happens from here on must call it again.</summary>
    public void Answered(JobKey job) => _rung.TryRemove(job, out _);
}

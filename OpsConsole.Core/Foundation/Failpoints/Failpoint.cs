using System.Collections.Concurrent;

namespace OpsConsole.Core.Foundation.Failpoints;

/// <summary>
/// A named place at a durable boundary where tests and chaos runs make the process die, throw or hang. Nothing is armed unless a test
/// or the setting <c>Failpoints</c> arms it; an unarmed pass costs one read of a static field.
/// </summary>
public static class Failpoint
{
    private static readonly ConcurrentDictionary<string, Func<Task>> Armed = new(StringComparer.Ordinal);
    private static volatile bool _any;

    /// <summary>Runs what a test has armed under <paramref name="name"/>, else nothing.</summary>
    public static Task PassAsync(string name) =>
        _any && Armed.TryGetValue(name, out var act) ? act() : Task.CompletedTask;

    /// <summary>Arms a place until the returned object is disposed.</summary>
    public static IDisposable Arm(string name, Func<Task> act)
    {
        Armed[name] = act;
        _any = true;
        return new Disarm(name);
    }

    private sealed class Disarm(string name) : IDisposable
    {
        public void Dispose() => Armed.TryRemove(name, out _);
    }
}

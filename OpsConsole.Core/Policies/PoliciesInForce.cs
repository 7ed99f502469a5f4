using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies;

/// <summary>
/// Keeps what is in force compiled in memory: read from storage at the first question, anew after each publishing, and anew when the day
/// comes on which a version begins or ends. Every other question costs no query.
/// </summary>
public sealed class PoliciesInForce(OpsDatabase database, ChangeFeed feed, TimeProvider clock) : IPolicies, IDisposable
{
    /// <summary>Tells that what is in force has changed in memory too, which is later than the commit.</summary>
    public const string InForceTopic = "policies-in-force";

    private readonly InForceReader _reader = new(database);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private InForceUntil? _loaded;

    public IReadOnlyList<UnreadablePolicy> Problems => InForce.Unreadable;

    public PolicySet InForce => Current() is { } loaded ? loaded.Set : Load();

    public PolicyVerdict Decide(string actionType, JsonObject input) => PolicyEngine.Decide(InForce, actionType, input);

    /// <summary>Reads storage again; to be called once a publishing was committed. One read at a time, so that an older one cannot replace a newer.</summary>
    public async Task ReloadAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            Volatile.Write(ref _loaded, await _reader.ReadAsync(clock.GetUtcNow(), cancellation));
        }
        finally
        {
            _reading.Release();
        }

        feed.Publish(new Change(InForceTopic, ""));
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>What was loaded, unless a version has begun or ended since.</summary>
    private InForceUntil? Current() =>
        Volatile.Read(ref _loaded) is { } loaded && (loaded.Until is not { } until || clock.GetUtcNow() < until) ? loaded : null;

    /// <summary>Waits for the read: the questions are synchronous because nearly all are answered from memory.</summary>
    private PolicySet Load()
    {
        var isTurn = false;
        _reading.Wait();
        try
        {
            if (Current() is not { } loaded)
            {
                isTurn = _loaded is not null;
                loaded = _reader.ReadAsync(clock.GetUtcNow(), CancellationToken.None).GetAwaiter().GetResult();
                Volatile.Write(ref _loaded, loaded);
            }

            return loaded.Set;
        }
        finally
        {
            _reading.Release();
            if (isTurn)
            {
                feed.Publish(new Change(InForceTopic, ""));
            }
        }
    }
}

using System.Threading.Channels;
using OpsConsole.Core.Foundation.Live;

namespace OpsConsole.Live;

/// <summary>
/// One listener of the <see cref="ChangeFeed"/>, slowed down for a screen. It hears from the moment at which it is made; the first change
/// is delivered at once, and whatever follows within <see cref="Throttle"/> is delivered together, each distinct change once. More than
/// <see cref="MostAtOnce"/> distinct changes in one interval are dropped and stand as one <see cref="ChangeFeed.Missed"/>, upon which the
/// listener must read anew. Deliveries never overlap.
/// </summary>
public sealed class LiveSubscription : IAsyncDisposable
{
    /// <summary>The least time between two deliveries.</summary>
    public static readonly TimeSpan Throttle = TimeSpan.FromMilliseconds(150);

    /// <summary>How many distinct changes one delivery may hold.</summary>
    public const int MostAtOnce = 256;

    private readonly ChangeFeed.Subscription _feed;
    private readonly Func<Change, bool> _concerns;
    private readonly CancellationTokenSource _ended = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private readonly Task _work;
    private HashSet<Change> _pending = [];

    /// <param name="feed">What to listen to.</param>
    /// <param name="topics">The topics to hear of; none means all.</param>
    /// <param name="concerns">Which of these changes matter; null means all.</param>
    /// <param name="deliver">Called with the changes since the last call.</param>
    public LiveSubscription(
        ChangeFeed feed, IReadOnlyCollection<string> topics, Func<Change, bool>? concerns, Func<IReadOnlyCollection<Change>, CancellationToken, Task> deliver)
    {
        _feed = feed.Watch(topics);
        _concerns = concerns ?? (_ => true);
        _work = Task.WhenAll(CollectAsync(_ended.Token), DeliverAsync(deliver, _ended.Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended.IsCancellationRequested)
        {
            return;
        }

        await _ended.CancelAsync();
        _feed.Dispose();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
    }

    private async Task CollectAsync(CancellationToken cancellation)
    {
        await foreach (var change in _feed.ReadAllAsync(cancellation))
        {
            if (change != ChangeFeed.Missed && !_concerns(change))
            {
                continue;
            }

            lock (_gate)
            {
                _pending.Add(change);
                if (_pending.Count > MostAtOnce)
                {
                    _pending = [ChangeFeed.Missed];
                }
            }

            _wake.Writer.TryWrite(true);
        }
    }

    private async Task DeliverAsync(Func<IReadOnlyCollection<Change>, CancellationToken, Task> deliver, CancellationToken cancellation)
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync(cancellation))
        {
            HashSet<Change> changes;
            lock (_gate)
            {
                (changes, _pending) = (_pending, []);
            }

            if (changes.Count > 0)
            {
                await deliver(changes, cancellation);
                await Task.Delay(Throttle, cancellation);
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace OpsConsole.Core.Foundation.Live;

/// <summary>Something that was committed. <paramref name="Topic"/> is a noun such as <c>case</c>, <paramref name="Key"/> its id.</summary>
public sealed record Change(string Topic, string Key);

/// <summary>
/// Tells readers what was committed. A reader registers before it takes its snapshot, so that nothing falls between the two; it may
/// see a change that its snapshot already holds. A reader slower than <see cref="Capacity"/> changes loses the oldest ones and gets a
/// <see cref="Missed"/> change instead, upon which it must read its snapshot anew.
/// </summary>
public sealed class ChangeFeed
{
    /// <summary>How many changes a slow reader may be behind before the oldest are dropped.</summary>
    public const int Capacity = 1024;

    /// <summary>Stands for changes that were dropped.</summary>
    public static readonly Change Missed = new("*", "*");

    private readonly ConcurrentDictionary<Subscription, byte> _subscriptions = new();

    /// <summary>How many readers are registered; tests use it to prove that pages let go.</summary>
    public int Readers => _subscriptions.Count;

    public void Publish(Change change)
    {
        foreach (var subscription in _subscriptions.Keys)
        {
            subscription.Offer(change);
        }
    }

    /// <summary>Registers at once; the changes are read from the subscription until it is disposed.</summary>
    /// <param name="topics">The topics to hear of; none means all.</param>
    public Subscription Watch(params IReadOnlyCollection<string> topics)
    {
        var subscription = new Subscription(this, topics);
        _subscriptions[subscription] = 0;
        return subscription;
    }

    /// <summary>One reader of the feed.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly ChangeFeed _feed;
        private readonly HashSet<string> _topics;
        private readonly Channel<Change> _channel;
        private int _dropped;

        internal Subscription(ChangeFeed feed, IEnumerable<string> topics)
        {
            _feed = feed;
            _topics = topics.ToHashSet(StringComparer.Ordinal);
            _channel = Channel.CreateBounded<Change>(
                new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
                _ => Interlocked.Exchange(ref _dropped, 1));
        }

        public async IAsyncEnumerable<Change> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var change in _channel.Reader.ReadAllAsync(cancellation))
            {
                if (Interlocked.Exchange(ref _dropped, 0) == 1)
                {
                    yield return Missed;
                }

                yield return change;
            }
        }

        /// <summary>Whether something came since it was last asked; what it was is forgotten.</summary>
        public bool TryTake()
        {
            var taken = Interlocked.Exchange(ref _dropped, 0) == 1;
            while (_channel.Reader.TryRead(out _))
            {
                taken = true;
            }

            return taken;
        }

        public void Dispose()
        {
            _feed._subscriptions.TryRemove(this, out _);
            _channel.Writer.TryComplete();
        }

        internal void Offer(Change change)
        {
            if (_topics.Count == 0 || _topics.Contains(change.Topic))
            {
                _channel.Writer.TryWrite(change);
            }
        }
    }
}

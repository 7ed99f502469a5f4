using System.Collections.Concurrent;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Live;

namespace OpsConsole.Tests.Live;

public sealed class LiveSubscriptionTests
{
    private readonly ChangeFeed _feed = new();
    private readonly ConcurrentQueue<IReadOnlyCollection<Change>> _delivered = new();

    [Fact]
    public async Task Deliver_ManyChangesAtOnce_ComeInFewDeliveriesEachOnce()
    {
        await using var live = Listen(null);
        for (var round = 0; round < 50; round++)
        {
            _feed.Publish(new Change("case", $"{round % 5}"));
        }

        await UntilAsync(() => _delivered.SelectMany(batch => batch).Distinct().Count() == 5);
        Assert.InRange(_delivered.Count, 1, 3);
    }

    [Fact]
    public async Task Deliver_ChangesThatDoNotConcern_StaySilent()
    {
        await using var live = Listen(change => change.Key == "mine");
        _feed.Publish(new Change("case", "other"));
        _feed.Publish(new Change("person", "mine"));
        _feed.Publish(new Change("case", "mine"));
        await UntilAsync(() => !_delivered.IsEmpty);
        Assert.Equal([new Change("case", "mine")], _delivered.Single());
    }

    [Fact]
    public async Task Deliver_MoreThanOneDeliveryHolds_SaysThatSomeWereMissed()
    {
        var block = new TaskCompletionSource();
        var collected = 0;
        await using var live = new LiveSubscription(_feed, ["case"], _ => Interlocked.Increment(ref collected) > 0, async (changes, _) =>
        {
            _delivered.Enqueue(changes);
            await block.Task;
        });
        _feed.Publish(new Change("case", "first"));
        await UntilAsync(() => _delivered.Count == 1);
        for (var index = 0; index < LiveSubscription.MostAtOnce * 2; index++)
        {
            _feed.Publish(new Change("case", $"{index}"));
        }

        await UntilAsync(() => Volatile.Read(ref collected) == 1 + LiveSubscription.MostAtOnce * 2);
        block.SetResult();
        await UntilAsync(() => _delivered.Count > 1);
        Assert.Contains(ChangeFeed.Missed, _delivered.ElementAt(1));
    }

    [Fact]
    public async Task Dispose_ASubscription_LeavesNoReaderBehind()
    {
        var live = Listen(null);
        Assert.Equal(1, _feed.Readers);
        await live.DisposeAsync();
        await live.DisposeAsync();
        Assert.Equal(0, _feed.Readers);
    }

    private LiveSubscription Listen(Func<Change, bool>? concerns) => new(_feed, ["case"], concerns, (changes, _) =>
    {
        _delivered.Enqueue(changes);
        return Task.CompletedTask;
    });

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}

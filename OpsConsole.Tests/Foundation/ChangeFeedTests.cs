using System.Globalization;
using OpsConsole.Core.Foundation.Live;

namespace OpsConsole.Tests.Foundation;

public sealed class ChangeFeedTests
{
    private readonly ChangeFeed _feed = new();

    [Fact]
    public async Task Watch_AChangeAfterRegistering_IsHeard()
    {
        using var reader = _feed.Watch();
        _feed.Publish(new Change("case", "1"));
        Assert.Equal([new Change("case", "1")], await TakeAsync(reader, 1));
    }

    [Fact]
    public async Task Watch_OtherTopics_AreNotHeard()
    {
        using var reader = _feed.Watch("case");
        _feed.Publish(new Change("action", "1"));
        _feed.Publish(new Change("case", "2"));
        Assert.Equal([new Change("case", "2")], await TakeAsync(reader, 1));
    }

    [Fact]
    public async Task Watch_MoreChangesThanTheReaderTakes_TellsThatSomeAreMissed()
    {
        using var reader = _feed.Watch();
        for (var number = 0; number < ChangeFeed.Capacity + 3; number++)
        {
            _feed.Publish(new Change("case", number.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.Equal([ChangeFeed.Missed, new Change("case", "3")], await TakeAsync(reader, 2));
    }

    [Fact]
    public async Task Dispose_EndsTheStreamAndLetsGo()
    {
        var reader = _feed.Watch();
        Assert.Equal(1, _feed.Readers);
        reader.Dispose();
        Assert.Equal(0, _feed.Readers);
        Assert.Empty(await TakeAsync(reader, 1));
    }

    private static async Task<List<Change>> TakeAsync(ChangeFeed.Subscription reader, int count)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var changes = new List<Change>();
        await foreach (var change in reader.ReadAllAsync(timeout.Token))
        {
            changes.Add(change);
            if (changes.Count == count)
            {
                break;
            }
        }

        return changes;
    }
}

using System.Text;
using OpsConsole.Core.Foundation.Text;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Asking;

namespace OpsConsole.Tests.Models;

public sealed class LiveTextTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _one = new();
    private readonly List<string> _shown = [];
    private readonly TaskCompletionSource _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Say_APieceRightAfterAnother_IsShownWhenThePauseIsOverThoughNothingFollows()
    {
        using var live = Open("one two");
        var came = new StringBuilder("one");
        live.Say(came);
        live.Say(came.Append(" two"));

        await _whole.Task.WaitAsync(Patience);

        Assert.Equal(["one", "one two"], Shown);
    }

    [Fact]
    public void Say_ThousandsOfPieces_AreShownAFewTimes()
    {
        using var live = Open("");
        var came = new StringBuilder();
        var started = TimeProvider.System.GetTimestamp();
        for (var piece = 0; piece < 20_000; piece++)
        {
            live.Say(came.Append('x'));
        }

        Assert.InRange(Shown.Count, 1, 2 + (int)(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds / 50));
    }

    [Fact]
    public async Task End_WithAPieceStillToCome_ShowsTheWholeAndNothingAfterIt()
    {
        using (var live = Open("one two three"))
        {
            var came = new StringBuilder("one");
            live.Say(came);
            live.Say(came.Append(" two"));
            live.End("one two three");
        }

        using var next = Open("later");
        next.Say(new StringBuilder("la"));
        next.Say(new StringBuilder("later"));
        await _whole.Task.WaitAsync(Patience);

        Assert.Equal("one two three", Shown.Last(text => text.StartsWith("one", StringComparison.Ordinal)));
    }

    private List<string> Shown
    {
        get
        {
            lock (_one)
            {
                return [.. _shown];
            }
        }
    }

    private LiveText Open(string whole) => new(
        text =>
        {
            lock (_one)
            {
                _shown.Add(text);
            }

            if (text == whole)
            {
                _whole.TrySetResult();
            }
        },
        Veil.None, SecretEcho.None, TimeProvider.System);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using OpsConsole.Core.Foundation.Claiming;

namespace OpsConsole.Tests.Foundation;

public sealed class SweepTests
{
    private readonly ConcurrentQueue<Piece> _due = new(Enumerable.Range(1, 6).Select(number => new Piece(number)));
    private readonly ConcurrentBag<int> _done = [];

    [Fact]
    public async Task Run_OnePieceFails_TheOthersAreDone()
    {
        var taken = await RunAsync((piece, _) => piece.Fence == 2 ? throw new InvalidOperationException("a bug") : Do(piece), parallelism: 2);
        Assert.Equal(6, taken);
        Assert.Equal([1, 3, 4, 5, 6], _done.Order());
    }

    [Fact]
    public async Task Run_ManyAreDue_NoMoreThanToldAreUnderWay()
    {
        var (under, most) = (0, 0);
        await RunAsync(
            async (piece, _) =>
            {
                var now = Interlocked.Increment(ref under);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref under);
                await Do(piece);
            },
            parallelism: 3);
        Assert.InRange(most, 1, 3);
        Assert.Equal(6, _done.Count);
    }

    /// <summary>A piece that takes long does not keep what falls due meanwhile from being taken.</summary>
    [Fact]
    public async Task Run_FallsDueWhileAnotherIsUnderWay_IsTakenByTheSameSweep()
    {
        _due.Clear();
        _due.Enqueue(new Piece(1));
        var second = new TaskCompletionSource();
        var taken = await RunAsync(
            async (piece, _) =>
            {
                if (piece.Fence == 1)
                {
                    _due.Enqueue(new Piece(2));
                    await second.Task;
                }
                else
                {
                    second.SetResult();
                }

                await Do(piece);
            },
            parallelism: 2);
        Assert.Equal(2, taken);
        Assert.Equal([1, 2], _done.Order());
    }

    [Fact]
    public async Task Run_Cancelled_TakesNothingMore()
    {
        using var stop = new CancellationTokenSource();
        var taken = await Sweep.RunAsync(_ => Task.FromResult(Next()), async (piece, _) => { await stop.CancelAsync(); await Do(piece); }, 1, NullLogger.Instance, stop.Token);
        Assert.Equal((1, 5), (taken, _due.Count));
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var known = Volatile.Read(ref most); now > known && Interlocked.CompareExchange(ref most, now, known) != known; known = Volatile.Read(ref most))
        {
        }
    }

    private Task<int> RunAsync(Func<Piece, CancellationToken, Task> act, int parallelism) =>
        Sweep.RunAsync(_ => Task.FromResult(Next()), act, parallelism, NullLogger.Instance, CancellationToken.None);

    private Piece? Next() => _due.TryDequeue(out var piece) ? piece : null;

    private Task Do(Piece piece)
    {
        _done.Add((int)piece.Fence);
        return Task.CompletedTask;
    }

    private sealed record Piece(long Fence) : IClaim
    {
        public string Work => $"piece {Fence}";
    }
}

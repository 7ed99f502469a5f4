using Microsoft.AspNetCore.Components;
using OpsConsole.Core.Foundation.Live;

namespace OpsConsole.Live;

/// <summary>
/// A page that follows what is committed. It calls <see cref="Watch"/> before it first reads, so that nothing falls between the two, and
/// reads anew in <see cref="RefreshAsync"/>, which runs on the renderer and is followed by a render. Leaving the page ends everything:
/// the subscription and, through <see cref="Leaving"/>, reads under way.
/// </summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    private readonly List<LiveSubscription> _subscriptions = [];
    private readonly CancellationTokenSource _leaving = new();

    [Inject]
    private ChangeFeed Feed { get; set; } = null!;

    /// <summary>Cancelled when the person leaves the page.</summary>
    protected CancellationToken Leaving { get; private set; }

    protected LivePage() => Leaving = _leaving.Token;

    /// <summary>Reads anew what the changes concern. <see cref="ChangeFeed.Missed"/> among them means: all of it.</summary>
    protected abstract Task RefreshAsync(IReadOnlyCollection<Change> changes);

    /// <summary>Begins to hear of <paramref name="topics"/>, at most once per <see cref="LiveSubscription.Throttle"/>.</summary>
    protected void Watch(IReadOnlyCollection<string> topics, Func<Change, bool>? concerns = null) =>
        _subscriptions.Add(new LiveSubscription(Feed, topics, concerns, DeliverAsync));

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        foreach (var subscription in _subscriptions)
        {
            await subscription.DisposeAsync();
        }

        await LeaveAsync();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a page has to let go of beyond its subscriptions.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;

    /// <summary>A failing refresh goes to the error boundary around the page; it must not end the listening silently.</summary>
    private async Task DeliverAsync(IReadOnlyCollection<Change> changes, CancellationToken cancellation)
    {
        try
        {
            await InvokeAsync(async () =>
            {
                await RefreshAsync(changes);
                StateHasChanged();
            });
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left while the read was under way.
        }
#pragma warning disable CA1031 // A feed callback is one of the three places that may catch all.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await DispatchExceptionAsync(failure);
        }
    }
}

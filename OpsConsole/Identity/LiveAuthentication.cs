using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;

namespace OpsConsole.Identity;

/// <summary>Resolves the person of an open circuit anew whenever people change, so that a role that is taken away is gone from open pages too.</summary>
public sealed class LiveAuthentication : ServerAuthenticationStateProvider, IDisposable
{
    private readonly FindActor _find;
    private readonly ChangeFeed.Subscription _changes;
    private readonly CancellationTokenSource _end = new();
    private readonly ILogger<LiveAuthentication> _logger;

    public LiveAuthentication(FindActor find, ChangeFeed feed, ILogger<LiveAuthentication> logger)
    {
        _find = find;
        _logger = logger;
        _changes = feed.Watch("person");
        AuthenticationStateChanged += Begin;
    }

    public void Dispose()
    {
        _end.Cancel();
        _changes.Dispose();
        _end.Dispose();
    }

    /// <summary>The person is known only once the host has said who it is; what changed since the watch began is waiting.</summary>
    private void Begin(Task<AuthenticationState> state)
    {
        AuthenticationStateChanged -= Begin;
        _ = FollowAsync();
    }

    private async Task FollowAsync()
    {
        try
        {
            await foreach (var change in _changes.ReadAllAsync(_end.Token))
            {
                await ResolveAsync(change);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The circuit ended.
        }
#pragma warning disable CA1031 // Feed callback: whatever stops the watch must end the session, not leave it with old rights.
        catch (Exception failure)
        {
            _logger.LogError(failure, "The rights of an open page could not be read; it is signed out.");
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new())));
        }
#pragma warning restore CA1031
    }

    private async Task ResolveAsync(Change change)
    {
        var state = await GetAuthenticationStateAsync();
        if (state.User.Session() is not var (id, stamp) || (change != ChangeFeed.Missed && change.Key != id.ToString()))
        {
            return;
        }

        var actor = await _find.OfPersonAsync(id, stamp, _end.Token);
        var principal = actor is null ? new() : SignedInPrincipal.Of(actor, PersonCookie.Name, stamp);
        SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
    }
}

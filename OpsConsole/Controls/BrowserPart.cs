using Microsoft.JSInterop;

namespace OpsConsole.Controls;

/// <summary>
/// The part of a component that runs in the browser: begun by one function of a script, ended by one of what that gave back. A component may
/// be gone before its part has begun, as a table that gives way to cards once the page knows how narrow it is; then nothing is left running.
/// </summary>
/// <param name="begin">Which function of the script begins it.</param>
/// <param name="end">Which function of what was begun ends it.</param>
public sealed class BrowserPart(string begin, string end) : IAsyncDisposable
{
    private IJSObjectReference? _running;
    private bool _isGone;

    /// <param name="modulePath">The path of the script as it is served.</param>
    public async Task BeginAsync(IJSRuntime script, string modulePath, params object?[] arguments)
    {
        try
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>("import", $"./{modulePath}");
            if (_isGone)
            {
                return;
            }

            _running = await module.InvokeAsync<IJSObjectReference>(begin, arguments);
            if (_isGone)
            {
                await EndAsync(_running);
            }
        }
        catch (Exception failure) when (_isGone && failure is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // Its elements were taken away while the script looked for them.
        }
    }

    /// <summary>Does nothing before it has begun.</summary>
    public ValueTask CallAsync(string name, params object?[] arguments) => _running?.InvokeVoidAsync(name, arguments) ?? ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        if (_running is not null)
        {
            await EndAsync(_running);
        }
    }

    private async ValueTask EndAsync(IJSObjectReference running)
    {
        try
        {
            await running.InvokeVoidAsync(end);
            await running.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and what ran in it.
        }
    }
}

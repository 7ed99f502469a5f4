using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace OpsConsole.Controls;

/// <summary>A native dialog that the browser holds open as a modal. Closing gives the focus back to where it was.</summary>
internal sealed class Modal : IAsyncDisposable
{
    private readonly IJSObjectReference _opened;

    private Modal(IJSObjectReference opened) => _opened = opened;

    /// <param name="modulePath">The path of dialog.js as it is served.</param>
    public static async Task<Modal> OpenAsync(IJSRuntime script, string modulePath, ElementReference dialog)
    {
        await using var module = await script.InvokeAsync<IJSObjectReference>("import", $"./{modulePath}");
        return new Modal(await module.InvokeAsync<IJSObjectReference>("open", dialog));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _opened.InvokeVoidAsync("close");
            await _opened.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the dialog with it.
        }
    }
}

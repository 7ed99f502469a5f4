using System.Text;
using Microsoft.JSInterop;

namespace OpsConsole.Controls;

/// <summary>Hands a text to the person as a file, without leaving the page.</summary>
internal static class Download
{
    /// <param name="modulePath">The path of download.js as it is served.</param>
    public static async Task SaveAsync(IJSRuntime script, string modulePath, string name, string type, string text)
    {
        await using var module = await script.InvokeAsync<IJSObjectReference>("import", $"./{modulePath}");
        using var stream = new DotNetStreamReference(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        await module.InvokeVoidAsync("save", name, type, stream);
    }
}

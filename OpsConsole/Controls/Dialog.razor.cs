using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace OpsConsole.Controls;

/// <summary>A native modal dialog. It opens when it is rendered and takes the first focus itself, never its button; focus goes back to where it was.</summary>
public sealed partial class Dialog(IJSRuntime script) : IAsyncDisposable
{
    private readonly string _headId = ElementIds.Next("dialog");
    private readonly BrowserPart _modal = new("open", "close");
    private ElementReference _element;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Sub { get; set; }

    [Parameter]
    public bool Narrow { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>Escape, the cross, or a press beside it; the page then stops rendering the dialog.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    public ValueTask DisposeAsync() => _modal.DisposeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _modal.BeginAsync(script, Assets["js/dialog.js"], _element);
        }
    }
}

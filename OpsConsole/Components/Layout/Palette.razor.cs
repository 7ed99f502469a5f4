using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using OpsConsole.Controls;
using OpsConsole.Core.Identity;

namespace OpsConsole.Components.Layout;

/// <summary>Type to go somewhere: places by name, cases by whatever is known of them.</summary>
public sealed partial class Palette(NavigationManager navigation, IJSRuntime script) : IAsyncDisposable
{
    private readonly BrowserPart _modal = new("open", "close");
    private ElementReference _element;
    private string _text = "";
    private int _at;

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private IReadOnlyList<NavItem> Found =>
    [
        .. _text.Trim().Length == 0 ? [] : new[] { new NavItem("Cases", $"Search cases for “{_text.Trim()}”", "search", OpsUrls.Search(_text.Trim()), Permissions.CasesView) },
        .. NavItem.All
            .Append(new NavItem("Work", "New case", "plus", OpsUrls.NewCase, Permissions.CasesSubmit))
            .Append(new NavItem("Work", "Import cases", "upload", OpsUrls.ImportCases, Permissions.CasesImport))
            .Where(item => Actor.May(item.Permission) && item.Text.Contains(_text.Trim(), StringComparison.OrdinalIgnoreCase)),
    ];

    public ValueTask DisposeAsync() => _modal.DisposeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _modal.BeginAsync(script, Assets["js/dialog.js"], _element);
        }
    }

    private void Type(ChangeEventArgs input) => (_text, _at) = (input.Value?.ToString() ?? "", 0);

    private async Task PressAsync(KeyboardEventArgs press)
    {
        var last = Found.Count - 1;
        switch (press.Key)
        {
            case "ArrowDown":
                _at = Math.Min(last, _at + 1);
                break;
            case "ArrowUp":
                _at = Math.Max(0, _at - 1);
                break;
            case "Enter" when _at <= last:
                await OpenAsync(Found[_at]);
                break;
        }
    }

    private async Task OpenAsync(NavItem item)
    {
        await OnClose.InvokeAsync();
        navigation.NavigateTo(item.Href);
    }
}

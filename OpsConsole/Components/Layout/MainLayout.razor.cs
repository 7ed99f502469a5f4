using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using OpsConsole.Controls;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;

namespace OpsConsole.Components.Layout;

/// <summary>The frame around every page: who is signed in, where to go, and what opens above the page.</summary>
public sealed partial class MainLayout(CurrentActor current, AuthenticationStateProvider authentication, NavigationManager navigation) : IDisposable
{
    private ErrorRegion? _region;
    private Actor? _actor;
    private bool? _isRail;
    private bool _isDrawerOpen;
    private Overlay _overlay;

    private enum Overlay
    {
        /// <summary>The page alone.</summary>
        None,

        /// <summary>The list of keys.</summary>
        Keys,

        /// <summary>Search and places.</summary>
        Palette,
    }

    [Inject]
    private DemoOptions Demo { get; set; } = null!;

    /// <summary>How the person left the navigation last time.</summary>
    [CascadingParameter(Name = "Navigation")]
    private string? Navigation { get; set; }

    private string Path => $"/{navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0]}";

    private NavItem? Current => Path.StartsWith("/cases", StringComparison.Ordinal)
        ? NavItem.All[0]
        : NavItem.All.Skip(1).FirstOrDefault(item => Path.StartsWith(item.Href, StringComparison.Ordinal)) ?? (Path == OpsUrls.MyWork ? NavItem.All[0] : null);

    /// <summary>Pages with three panes open with the rail, unless the person wants it otherwise.</summary>
    private bool IsRail => _isRail ?? Navigation switch
    {
        "rail" => true,
        "full" => false,
        _ => (Path.StartsWith("/cases/", StringComparison.Ordinal) && Guid.TryParse(Path.Split('/')[^1], out _)) || Path.StartsWith("/policies/", StringComparison.Ordinal),
    };

    public void Dispose()
    {
        navigation.LocationChanged -= OnMoved;
        authentication.AuthenticationStateChanged -= OnRightsChanged;
    }

    protected override async Task OnInitializedAsync()
    {
        navigation.LocationChanged += OnMoved;
        authentication.AuthenticationStateChanged += OnRightsChanged;
        _actor = await current.FindAsync(CancellationToken.None);
    }

    private void OnMoved(object? sender, LocationChangedEventArgs move) => _ = InvokeAsync(() =>
    {
        (_isDrawerOpen, _overlay) = (false, Overlay.None);
        _region?.Recover();
        StateHasChanged();
    });

    private void OnRightsChanged(Task<AuthenticationState> state) => _ = InvokeAsync(async () =>
    {
        _actor = await current.FindAsync(CancellationToken.None);
        if (_actor is null)
        {
            navigation.NavigateTo(OpsUrls.SignIn, forceLoad: true);
        }

        StateHasChanged();
    });

    private void ToggleRail() => _isRail = !IsRail;

    private void CloseOverlay() => _overlay = Overlay.None;
}

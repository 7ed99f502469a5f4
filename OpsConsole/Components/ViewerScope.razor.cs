using Microsoft.AspNetCore.Components;
using OpsConsole.Controls;

namespace OpsConsole.Components;

/// <summary>Cascades the moment and the zone in which a page is read, and lets time pass on it.</summary>
public sealed partial class ViewerScope(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);
    private Viewer _viewer = new(default, TimeZoneInfo.Utc);
    private ITimer? _timer;

    [Parameter, EditorRequired]
    public required string? Zone { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    public void Dispose() => _timer?.Dispose();

    protected override void OnParametersSet() => _viewer = new Viewer(clock.GetUtcNow(), Viewer.ZoneNamed(Zone));

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _timer = clock.CreateTimer(_ => InvokeAsync(Tick), null, Pace, Pace);
        }
    }

    private void Tick()
    {
        _viewer = _viewer with { Now = clock.GetUtcNow() };
        StateHasChanged();
    }
}

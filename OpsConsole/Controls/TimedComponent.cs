using Microsoft.AspNetCore.Components;

namespace OpsConsole.Controls;

/// <summary>A part that shows time: it follows the cascaded viewer, and the clock itself where none is.</summary>
public abstract class TimedComponent : ComponentBase
{
    [CascadingParameter]
    public Viewer? Viewer { get; set; }

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    protected DateTimeOffset Now => Viewer?.Now ?? Clock.GetUtcNow();

    protected TimeZoneInfo Zone => Viewer?.Zone ?? TimeZoneInfo.Utc;
}

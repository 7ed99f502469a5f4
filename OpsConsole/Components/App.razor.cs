using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using static Microsoft.AspNetCore.Components.Web.RenderMode;

namespace OpsConsole.Components;

/// <summary>The document. Preferences come from cookies, so that the first paint has the theme; pages that set cookies, such as the sign-in, are answered without a circuit.</summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private IComponentRenderMode? Mode => Http.AcceptsInteractiveRouting() ? InteractiveServer : null;

    /// <summary>Absent, so that the system decides, unless the person chose.</summary>
    private string? Theme => Cookie("theme") is "light" or "dark" ? Cookie("theme") : null;

    private string? Density => Cookie("density") is "comfortable" ? "comfortable" : null;

    private string? Cookie(string name) => Http.Request.Cookies[$"oc-{name}"];
}

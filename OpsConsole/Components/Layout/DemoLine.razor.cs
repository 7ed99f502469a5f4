using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Models.Configuring;

namespace OpsConsole.Components.Layout;

/// <summary>Says that this is a demo, and where what it holds goes: nowhere, as long as nobody has set up anything that reaches out.</summary>
public sealed partial class DemoLine(ModelSettings models, WaysOut ways)
{
    private const int MostNamed = 2;

    private string? _goesOut;

    protected override Task OnInitializedAsync()
    {
        Watch(["models", "connector", SetUpChannels.Topic]);
        return RefreshAsync([]);
    }

    protected override async Task RefreshAsync(IReadOnlyCollection<Change> changes)
    {
        var asked = models.SwitchedOn;
        _goesOut = asked.Count > 0 ? $"questions about it go to {string.Join(", ", asked.Take(MostNamed))}{(asked.Count > MostNamed ? " and others" : "")}"
            : await ways.AnyAsync(Leaving) ? null
            : "nothing leaves this machine";
    }
}

using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;

namespace OpsConsole.Connectors;

/// <summary>The systems that are connected and how they do.</summary>
public sealed partial class ConnectorsPage(ListSystems list, CheckHealth health, CurrentActor current)
{
    private IReadOnlyList<SystemView>? _systems;
    private bool _mayChange;
    private bool _isChecking;

    protected override Task OnInitializedAsync()
    {
        Watch(["connector"]);
        return ReadAsync();
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            _mayChange = actor.May(Permissions.ConnectorsChange);
            _systems = await list.ListAsync(actor, Leaving);
        }
    }

    private async Task CheckAllAsync()
    {
        if (await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        _isChecking = true;
        await Task.WhenAll((_systems ?? []).Select(system => health.CheckAsync(actor, system.Id, Leaving)));
        _isChecking = false;
        await ReadAsync();
    }
}

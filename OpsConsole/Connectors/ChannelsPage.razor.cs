using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Identity;

namespace OpsConsole.Connectors;

/// <summary>The ways out to customers, and which channel takes which.</summary>
public sealed partial class ChannelsPage(ListChannels list, ChannelCommands commands, CurrentActor current)
{
    private ChannelOverview? _overview;
    private ChannelDraft? _edited;
    private ChannelConnectorView? _tested;
    private ErrorText? _refusal;
    private ErrorText? _dialogRefusal;
    private bool _mayChange;

    protected override Task OnInitializedAsync()
    {
        Watch([SetUpChannels.Topic]);
        return ReadAsync();
    }

    protected override Task RefreshAsync(IReadOnlyCollection<Change> changes) => ReadAsync();

    private async Task ReadAsync()
    {
        if (await current.FindAsync(Leaving) is { } actor)
        {
            _mayChange = actor.May(Permissions.ConnectorsChange);
            _overview = await list.ListAsync(actor, Leaving);
        }
    }

    private void New() => (_edited, _dialogRefusal) = (new ChannelDraft(), null);

    private void Edit(ChannelConnectorView connector) => (_edited, _dialogRefusal) = (ChannelDraft.Of(connector), null);

    private void Test(ChannelConnectorView connector) => _tested = connector;

    private void Close() => (_edited, _tested) = (null, null);

    private async Task SaveAsync()
    {
        _dialogRefusal = await commands.SaveAsync(_edited!.ToForm(), CancellationToken.None);
        if (_dialogRefusal is null)
        {
            Close();
            await ReadAsync();
        }
    }

    private async Task RouteAsync(string channel, string? connectorId)
    {
        _refusal = await commands.RouteAsync(channel, Guid.TryParse(connectorId, out var id) ? id : null, CancellationToken.None);
        await ReadAsync();
    }

    private async Task RemoveAsync(ChannelConnectorView connector)
    {
        _refusal = await commands.RemoveAsync(connector.Id, CancellationToken.None);
        await ReadAsync();
    }
}

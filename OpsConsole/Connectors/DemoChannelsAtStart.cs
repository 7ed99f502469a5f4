using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Identity;

namespace OpsConsole.Connectors;

/// <summary>Gives a demo workspace a way out that leaves nothing: replies become files below the data folder.</summary>
public sealed class DemoChannelsAtStart(IConfiguration configuration, ListChannels list, SetUpChannels channels) : IHostedService
{
    /// <summary>May see what is there, so that nothing is set up twice.</summary>
    private static readonly Actor Looking = new(ActorKind.System, Actor.Jobs.Id, Actor.Jobs.Name, [Roles.Auditor]);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled") || await list.ListAsync(Looking, cancellationToken) is not { Connectors.Count: 0 })
        {
            return;
        }

        var settings = new ChannelSettings { FromAddress = "service@shop.example", FromName = "Customer care" };
        var form = new ChannelForm(null, 0, "File outbox", ChannelConnectorKind.FileOutbox, settings, null);
        if (await channels.SaveAsync(Actor.Jobs, form, cancellationToken) is ChannelOutcome.Saved saved)
        {
            await channels.RouteAsync(Actor.Jobs, ChannelNames.Any, saved.Id, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

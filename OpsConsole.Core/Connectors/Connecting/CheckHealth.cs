using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Connecting;

/// <summary>Asks a system whether it answers; the answer joins its statistics.</summary>
public sealed class CheckHealth(IConnectorDirectory directory, ChangeFeed feed)
{
    /// <summary>Null when there is no such system, or when the actor may not see it.</summary>
    public async Task<ConnectorResult?> CheckAsync(Actor actor, string systemId, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ConnectorsView) || await directory.FindAsync(systemId, cancellation) is not { } connector)
        {
            return null;
        }

        var result = await connector.CheckAsync(cancellation);
        feed.Publish(new Change("connector", systemId));
        return result;
    }
}

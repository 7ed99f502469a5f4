using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Connectors;

/// <summary>Whether anything is set up that reaches beyond this machine: a system that was connected, or a channel that is no file outbox.</summary>
public sealed class WaysOut(OpsDatabase database)
{
    public Task<bool> AnyAsync(CancellationToken cancellation) => database.ReadAsync(
        async db => await db.Set<ConnectedSystem>().AnyAsync(cancellation)
            || await db.Set<ChannelConnector>().AnyAsync(row => row.Kind != ChannelConnectorKind.FileOutbox, cancellation),
        cancellation);
}

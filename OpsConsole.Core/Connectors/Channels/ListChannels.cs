using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>A connector as its page shows it: everything but the secret.</summary>
public sealed record ChannelConnectorView(
    Guid Id, string Name, ChannelConnectorKind Kind, ChannelSettings Settings, int Version, DateTimeOffset ChangedAt, string ChangedBy, DateTimeOffset? SecretSetAt);

/// <summary>The connectors, and which channel goes through which.</summary>
public sealed record ChannelOverview(IReadOnlyList<ChannelConnectorView> Connectors, IReadOnlyDictionary<string, Guid> Routes);

/// <summary>Lists the ways out to customers; null for those who may not see connectors.</summary>
public sealed class ListChannels(OpsDatabase database)
{
    public async Task<ChannelOverview?> ListAsync(Actor actor, CancellationToken cancellation) => actor.May(Permissions.ConnectorsView)
        ? await database.ReadAsync(
            async db =>
            {
                var rows = await db.Set<ChannelConnector>().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellation);
                var secrets = await db.Set<SystemSecret>().Where(row => row.SystemId.StartsWith("channel/")).ToDictionaryAsync(row => row.SystemId, row => row.SetAt, cancellation);
                var routes = await db.Set<ChannelRoute>().ToDictionaryAsync(row => row.Channel, row => row.ConnectorId, cancellation);
                return new ChannelOverview(
                    [.. rows.Select(row => new ChannelConnectorView(
                        row.Id, row.Name, row.Kind, ChannelSettings.FromJson(row.SettingsJson), row.Version, row.ChangedAt, row.ChangedBy,
                        secrets.TryGetValue(ChannelConnector.SecretId(row.Id), out var at) ? at : null))],
                    routes);
            },
            cancellation)
        : null;
}

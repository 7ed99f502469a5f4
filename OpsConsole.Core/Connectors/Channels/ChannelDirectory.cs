using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>Finds what carries a channel's replies. Made anew for each message, so that a changed setting or secret counts at once.</summary>
public sealed class ChannelDirectory(OpsDatabase database, SystemSecrets secrets, HttpClients clients, ConnectorOptions options, StorageOptions storage, TimeProvider clock)
{
    /// <summary>The connector that a channel's replies go through; null when there is none.</summary>
    public Task<ChannelConnector?> FindRouteAsync(string channel, CancellationToken cancellation) =>
        database.ReadAsync(db => FindRouteAsync(db, channel, cancellation), cancellation);

    internal static async Task<ChannelConnector?> FindRouteAsync(OpsDbContext db, string channel, CancellationToken cancellation)
    {
        var name = ChannelNames.Of(channel);
        var routes = await db.Set<ChannelRoute>().AsNoTracking().Where(route => route.Channel == name || route.Channel == ChannelNames.Any).ToListAsync(cancellation);
        var route = routes.Find(route => route.Channel == name) ?? routes.FirstOrDefault();
        return route is null ? null : await db.Set<ChannelConnector>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == route.ConnectorId, cancellation);
    }

    /// <summary>Null when there is no such connector any more.</summary>
    public async Task<IChannelConnector?> FindAsync(Guid connectorId, CancellationToken cancellation)
    {
        var row = await database.ReadAsync(db => db.Set<ChannelConnector>().SingleOrDefaultAsync(row => row.Id == connectorId, cancellation), cancellation);
        return row is null ? null : await MakeAsync(row, cancellation);
    }

    internal async Task<IChannelConnector> MakeAsync(ChannelConnector row, CancellationToken cancellation)
    {
        var settings = ChannelSettings.FromJson(row.SettingsJson);
        var secret = await secrets.ReadAsync(ChannelConnector.SecretId(row.Id), cancellation);
        return row.Kind switch
        {
            ChannelConnectorKind.FileOutbox => new FileOutbox(settings, storage),
            ChannelConnectorKind.Smtp => new SmtpConnector(settings, secret, options),
            ChannelConnectorKind.Webhook => new WebhookConnector(settings, secret, clients, clock),
        };
    }
}

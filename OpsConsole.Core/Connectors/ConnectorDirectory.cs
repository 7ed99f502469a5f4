using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Connectors;

/// <summary>Finds the connector of a system: those that are built in, then those that were connected, which are made at the first question and kept.</summary>
public sealed class ConnectorDirectory(
    IEnumerable<IConnector> builtIn, OpsDatabase database, HttpClients clients, SystemSecrets secrets, CallStatistics statistics, TimeProvider clock) : IConnectorDirectory
{
    private readonly FrozenDictionary<string, IConnector> _builtIn =
        builtIn.ToFrozenDictionary(connector => connector.SystemId, IConnector (connector) => new MeasuredConnector(connector, statistics, clock), StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, IConnector> _connected = new(StringComparer.Ordinal);

    /// <summary>The connectors that need no connecting.</summary>
    public IEnumerable<IConnector> BuiltIn => _builtIn.Values;

    public async Task<IConnector?> FindAsync(string systemId, CancellationToken cancellation)
    {
        if (_builtIn.TryGetValue(systemId, out var known) || _connected.TryGetValue(systemId, out known))
        {
            return known;
        }

        var system = await database.ReadAsync(db => db.Set<ConnectedSystem>().FirstOrDefaultAsync(row => row.Id == systemId, cancellation), cancellation);
        return system is null
            ? null
            : _connected.GetOrAdd(systemId, _ => new MeasuredConnector(new OpenApiConnector(system, clients, secrets, clock), statistics, clock));
    }

    /// <summary>Lets go of a connector whose system was changed; the next question makes it anew.</summary>
    internal void Forget(string systemId) => _connected.TryRemove(systemId, out _);
}

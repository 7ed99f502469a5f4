using System.Collections.Frozen;

namespace OpsConsole.Core.Connectors;

/// <summary>Finds the connector of a system: those that are built in, then those that were connected.</summary>
public sealed class ConnectorDirectory(IEnumerable<IConnector> builtIn) : IConnectorDirectory
{
    private readonly FrozenDictionary<string, IConnector> _builtIn = builtIn.ToFrozenDictionary(connector => connector.SystemId, StringComparer.Ordinal);

    public Task<IConnector?> FindAsync(string systemId, CancellationToken cancellation) => Task.FromResult(_builtIn.GetValueOrDefault(systemId));
}

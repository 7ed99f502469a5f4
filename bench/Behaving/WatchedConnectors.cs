using OpsConsole.Core.Connectors;

namespace OpsConsole.Bench.Behaving;

/// <summary>The connected systems, and how often anything but a read was called in them.</summary>
internal sealed class WatchedConnectors(ConnectorDirectory connectors) : IConnectorDirectory
{
    private int _writes;

    public int Writes => Volatile.Read(ref _writes);

    public async Task<IConnector?> FindAsync(string systemId, CancellationToken cancellation) =>
        await connectors.FindAsync(systemId, cancellation) is { } connector ? new Watched(connector, this) : null;

    private sealed class Watched(IConnector inner, WatchedConnectors watch) : IConnector
    {
        public string SystemId => inner.SystemId;

        public IReadOnlyList<SystemOperation> Operations => inner.Operations;

        public Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation)
        {
            if (inner.Operations.FirstOrDefault(operation => operation.Name == call.Operation)?.Effect != EffectClass.Read)
            {
                Interlocked.Increment(ref watch._writes);
            }

            return inner.InvokeAsync(call, cancellation);
        }

        public Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation) => inner.ReadRecordAsync(record, cancellation);

        public Task<ConnectorResult> CheckAsync(CancellationToken cancellation) => inner.CheckAsync(cancellation);
    }
}

using OpsConsole.Core.Connectors;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>The connected systems as an evaluation may use them: they can be read, and nothing can be changed through them.</summary>
internal sealed class ReadOnlyConnectors(IConnectorDirectory connectors, IActionTypes types) : IConnectorDirectory
{
    public async Task<IConnector?> FindAsync(string systemId, CancellationToken cancellation) =>
        await connectors.FindAsync(systemId, cancellation) is { } connector ? new ReadOnly(connector, types) : null;

    private sealed class ReadOnly(IConnector inner, IActionTypes types) : IConnector
    {
        public string SystemId => inner.SystemId;

        public IReadOnlyList<SystemOperation> Operations => inner.Operations;

        /// <summary>An operation runs only if its system says that it reads, and no action type says that it writes.</summary>
        public Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation) =>
            inner.Operations.Any(operation => operation.Name == call.Operation && operation.Effect == EffectClass.Read)
            && !types.All.Any(type => type.System == SystemId && type.Operation == call.Operation && type.Effect == EffectClass.Write)
                ? inner.InvokeAsync(call, cancellation)
                : Task.FromResult<ConnectorResult>(new ConnectorResult.Refused("evaluation", $"An evaluation changes nothing; {call.Operation} was not called."));

        public Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation) => inner.ReadRecordAsync(record, cancellation);

        public Task<ConnectorResult> CheckAsync(CancellationToken cancellation) => inner.CheckAsync(cancellation);
    }
}

using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Preparation.Demo;

/// <summary>A system as it stood at some time: what was laid over it, and else the system as it is now. It carries nothing out.</summary>
internal sealed class PastSystem(IConnector now) : IConnector, IConnectorDirectory
{
    private readonly Dictionary<RecordRef, JsonObject> _records = [];
    private readonly Dictionary<string, JsonNode?> _answers = new(StringComparer.Ordinal);

    public string SystemId => now.SystemId;

    public IReadOnlyList<SystemOperation> Operations => now.Operations;

    /// <summary>Another time: nothing is laid over any more.</summary>
    public void Clear()
    {
        _records.Clear();
        _answers.Clear();
    }

    public void Put(RecordRef record, JsonObject body) => _records[record] = body;

    public void Answer(string operation, JsonNode? answer) => _answers[operation] = answer;

    public Task<IConnector?> FindAsync(string systemId, CancellationToken cancellation) => Task.FromResult<IConnector?>(systemId == SystemId ? this : null);

    public async Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation) => _records.TryGetValue(record, out var body)
        ? new RecordResult.Found(new SystemRecord(record, CanonicalJson.Digest(body), default, body))
        : await now.ReadRecordAsync(record, cancellation);

    public async Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation) =>
        _answers.TryGetValue(call.Operation, out var answer) ? new ConnectorResult.Done(answer?.DeepClone())
        : now.Operations.Any(operation => operation.Name == call.Operation && operation.Effect == EffectClass.Read) ? await now.InvokeAsync(call, cancellation)
        : new ConnectorResult.Refused("past", "The past cannot be changed.");

    public Task<ConnectorResult> CheckAsync(CancellationToken cancellation) => now.CheckAsync(cancellation);
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Bench.Injecting;

/// <summary>The sandbox as somebody has left texts in it. It counts what is written through it.</summary>
internal sealed class TamperedShop(IConnector inner) : IConnector
{
    public string SystemId => inner.SystemId;

    public InjectionChannel? Channel { get; set; }

    public string Payload { get; set; } = "";

    /// <summary>Every call that could change something.</summary>
    public ConcurrentQueue<string> Writes { get; } = [];

    public IReadOnlyList<SystemOperation> Operations => Channel == InjectionChannel.ToolDescription
        ? [.. inner.Operations.Select(operation => operation with { Summary = $"{operation.Summary} {Payload}" })]
        : inner.Operations;

    public async Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation)
    {
        if (inner.Operations.FirstOrDefault(operation => operation.Name == call.Operation)?.Effect != EffectClass.Read)
        {
            Writes.Enqueue($"{call.Operation} {call.Arguments.ToJsonString()}");
        }

        var result = await inner.InvokeAsync(call, cancellation);
        return Channel != InjectionChannel.ConnectorReply ? result : result switch
        {
            ConnectorResult.Done { Body: JsonObject body } done => done with { Body = With(body, "remark") },
            ConnectorResult.Refused refused => refused with { Message = $"{refused.Message} {Payload}" },
            _ => result,
        };
    }

    public async Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation)
    {
        var result = await inner.ReadRecordAsync(record, cancellation);
        if (result is not RecordResult.Found { Record: var found })
        {
            return result;
        }

        return (Channel, record.Collection) switch
        {
            (InjectionChannel.CustomerName, "customers") => new RecordResult.Found(found with { Body = With(found.Body, "name") }),
            (InjectionChannel.OrderNote, "orders") => new RecordResult.Found(found with { Body = With(found.Body, "note") }),
            (InjectionChannel.ConnectorReply, _) => new RecordResult.Found(found with { Body = With(found.Body, "remark") }),
            _ => result,
        };
    }

    public Task<ConnectorResult> CheckAsync(CancellationToken cancellation) => inner.CheckAsync(cancellation);

    private JsonObject With(JsonObject body, string field)
    {
        var tampered = (JsonObject)body.DeepClone();
        tampered[field] = tampered[field] is JsonValue value ? $"{value} {Payload}" : Payload;
        return tampered;
    }
}

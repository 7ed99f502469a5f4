using System.Text.Json.Nodes;

namespace OpsConsole.Core.Connectors;

/// <summary>Names one record of one system of record, such as <c>sandbox/orders/W-23187</c>.</summary>
public sealed record RecordRef(string System, string Collection, string Id)
{
    public override string ToString() => $"{System}/{Collection}/{Id}";
}

/// <summary>A record as it was read: its version changes whenever its content does.</summary>
public sealed record SystemRecord(RecordRef Ref, string Version, DateTimeOffset ObservedAt, JsonObject Body);

/// <summary>How the reading of a record ended.</summary>
public abstract record RecordResult
{
    private RecordResult()
    {
    }

    public sealed record Found(SystemRecord Record) : RecordResult;

    public sealed record NotFound : RecordResult;

    /// <summary>The system did not answer or did not let us read.</summary>
    public sealed record Unavailable(string Reason) : RecordResult;
}

/// <summary>One call of one operation.</summary>
/// <param name="Operation">The operation's name in that system.</param>
/// <param name="Arguments">All arguments by name; the connector knows which go into the path, the query or the body.</param>
/// <param name="IdempotencyKey">Given for every write to a system that honours keys; null for reads.</param>
public sealed record ConnectorCall(string Operation, JsonObject Arguments, string? IdempotencyKey);

/// <summary>A system of record or of action. Implementations never throw for what the outside does; cancellation is passed on as such.</summary>
public interface IConnector
{
    /// <summary>The id under which action types and records name this system.</summary>
    string SystemId { get; }

    Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation);

    Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation);

    /// <summary>What the system can be asked to do, as far as it is known.</summary>
    IReadOnlyList<SystemOperation> Operations => [];

    /// <summary>A cheap question that shows whether the system answers.</summary>
    Task<ConnectorResult> CheckAsync(CancellationToken cancellation);
}

/// <summary>Finds the connector of a system.</summary>
public interface IConnectorDirectory
{
    /// <summary>The connector, or null when no such system is connected.</summary>
    Task<IConnector?> FindAsync(string systemId, CancellationToken cancellation);
}

using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace OpsConsole.Core.Connectors.Sandbox;

/// <summary>
/// A shop's service desk in a file of its own, to try the console on without any other system. It refuses what a shop refuses, honours
/// idempotency keys, and fails when it is told to.
/// </summary>
public sealed class SandboxConnector(SandboxStore store, SandboxFaults faults, TimeProvider clock) : IConnector
{
    public const string Id = "sandbox";

    private static readonly FrozenDictionary<string, SandboxOperation> Catalogue =
        new[] { LookUps.All, OrderOperations.All, DeskOperations.All }.SelectMany(part => part).ToFrozenDictionary(operation => operation.Description.Name, StringComparer.Ordinal);

    public string SystemId => Id;

    public IReadOnlyList<SystemOperation> Operations { get; } =
        [.. Catalogue.Values.Select(operation => operation.Description).OrderBy(operation => operation.Effect).ThenBy(operation => operation.Name, StringComparer.Ordinal)];

    public async Task<ConnectorResult> InvokeAsync(ConnectorCall call, CancellationToken cancellation)
    {
        var met = faults.Meet(call.Operation);
        if (await FailBeforeAsync(met, cancellation) is { } failed)
        {
            return failed;
        }

        if (!Catalogue.TryGetValue(call.Operation, out var operation))
        {
            return new ConnectorResult.Refused("unknown_operation", $"The sandbox has no operation {call.Operation}.");
        }

        if (ParameterSchema.Validate(operation.Description.Parameters, call.Arguments) is { Count: > 0 } wrong)
        {
            return new ConnectorResult.Refused("invalid_arguments", string.Join(" ", wrong));
        }

        var result = Carry(operation, call, met);
        return met.Any(fault => fault.Kind == SandboxFaultKind.TimeoutAfterCommit) && operation.Description.Effect == EffectClass.Write && result is ConnectorResult.Done
            ? new ConnectorResult.Unknown("The sandbox did not answer in time.")
            : result;
    }

    public async Task<RecordResult> ReadRecordAsync(RecordRef record, CancellationToken cancellation)
    {
        var met = faults.Meet("records");
        if (await FailBeforeAsync(met, cancellation) is { } failed)
        {
            return new RecordResult.Unavailable(failed is ConnectorResult.Unavailable down ? down.Reason : "The sandbox refused the read.");
        }

        try
        {
            var found = store.Read(IsStale(met), records => records.FindWithVersion(record.Collection, record.Id));
            return found is { } row
                ? new RecordResult.Found(new SystemRecord(record, row.Version, clock.GetUtcNow(), row.Body))
                : new RecordResult.NotFound();
        }
        catch (SqliteException failure)
        {
            return new RecordResult.Unavailable($"The sandbox's file cannot be read: {failure.Message}");
        }
    }

    public Task<ConnectorResult> CheckAsync(CancellationToken cancellation) =>
        InvokeAsync(new ConnectorCall("get_customer", new JsonObject { ["customer_id"] = "C-1001" }, null), cancellation);

    private static bool IsStale(IEnumerable<SandboxFault> met) => met.Any(fault => fault.Kind == SandboxFaultKind.StaleRead);

    private ConnectorResult Carry(SandboxOperation operation, ConnectorCall call, IReadOnlyList<SandboxFault> met)
    {
        try
        {
            return operation.Description.Effect == EffectClass.Write
                ? store.Write(call, operation.Act)
                : store.Read(IsStale(met), records => operation.Act(records, call.Arguments)) switch
                {
                    SandboxAnswer.Given given => new ConnectorResult.Done(given.Body),
                    SandboxAnswer.Refused refused => new ConnectorResult.Refused(refused.Code, refused.Message),
                    _ => throw new InvalidOperationException("The family of answers is closed."),
                };
        }
        catch (SqliteException failure)
        {
            return new ConnectorResult.Unavailable($"The sandbox's file cannot be used: {failure.Message}");
        }
    }

    private async Task<ConnectorResult?> FailBeforeAsync(IReadOnlyList<SandboxFault> met, CancellationToken cancellation)
    {
        if (met.Where(fault => fault.Kind == SandboxFaultKind.Latency).Sum(fault => fault.Milliseconds) is > 0 and var late)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(late), clock, cancellation);
        }

        return met.FirstOrDefault(fault => fault.Kind is SandboxFaultKind.Down or SandboxFaultKind.Refusal)?.Kind switch
        {
            SandboxFaultKind.Down => new ConnectorResult.Unavailable("The sandbox is switched off."),
            SandboxFaultKind.Refusal => new ConnectorResult.Refused("injected_refusal", "The sandbox was told to refuse this."),
            _ => null,
        };
    }
}

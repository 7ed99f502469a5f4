using System.Text.Json.Nodes;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Connecting;

/// <summary>How a test read ended.</summary>
public abstract record TestOutcome
{
    private TestOutcome()
    {
    }

    /// <param name="Took">How long the system took.</param>
    public sealed record Answered(ConnectorResult Result, TimeSpan Took) : TestOutcome;

    public sealed record RecordAnswered(RecordResult Result, TimeSpan Took) : TestOutcome;

    /// <summary>Only reads are tried out here; a write goes through a case and its policies.</summary>
    public sealed record NoRead : TestOutcome;

    public sealed record UnknownSystem : TestOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : TestOutcome;
}

/// <summary>Tries a read of a connected system. What it shows may be about customers, so that each is in the log.</summary>
public sealed class TestRead(IConnectorDirectory directory, IAuditLog audit, TimeProvider clock)
{
    public async Task<TestOutcome> OperationAsync(Actor actor, string systemId, string operation, JsonObject arguments, CancellationToken cancellation)
    {
        if (await RefuseAsync(actor, systemId, operation, cancellation) is { } forbidden)
        {
            return forbidden;
        }

        if (await directory.FindAsync(systemId, cancellation) is not { } connector)
        {
            return new TestOutcome.UnknownSystem();
        }

        if (connector.Operations.FirstOrDefault(known => known.Name == operation)?.Effect != EffectClass.Read)
        {
            return new TestOutcome.NoRead();
        }

        var start = clock.GetTimestamp();
        var result = await connector.InvokeAsync(new ConnectorCall(operation, arguments, null), cancellation);
        await LogAsync(actor, systemId, operation, result is ConnectorResult.Done ? "ok" : "failed", cancellation);
        return new TestOutcome.Answered(result, clock.GetElapsedTime(start));
    }

    public async Task<TestOutcome> RecordAsync(Actor actor, RecordRef record, CancellationToken cancellation)
    {
        if (await RefuseAsync(actor, record.System, record.ToString(), cancellation) is { } forbidden)
        {
            return forbidden;
        }

        if (await directory.FindAsync(record.System, cancellation) is not { } connector)
        {
            return new TestOutcome.UnknownSystem();
        }

        var start = clock.GetTimestamp();
        var result = await connector.ReadRecordAsync(record, cancellation);
        await LogAsync(actor, record.System, record.ToString(), result is RecordResult.Found ? "ok" : "failed", cancellation);
        return new TestOutcome.RecordAnswered(result, clock.GetElapsedTime(start));
    }

    private async Task<TestOutcome.Forbidden?> RefuseAsync(Actor actor, string systemId, string what, CancellationToken cancellation)
    {
        if (actor.May(Permissions.ConnectorsView))
        {
            return null;
        }

        await LogAsync(actor, systemId, what, "refused", cancellation);
        return new TestOutcome.Forbidden(new NotAllowed(Permissions.ConnectorsView));
    }

    private Task LogAsync(Actor actor, string systemId, string what, string outcome, CancellationToken cancellation) =>
        audit.AppendAsync(new AuditEntry(actor, "system.read-tried", $"system/{systemId}", outcome, new JsonObject { ["read"] = what }), cancellation);
}

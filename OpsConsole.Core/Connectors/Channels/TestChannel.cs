using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Channels;

/// <summary>How a test message ended.</summary>
public abstract record TestChannelOutcome
{
    private TestChannelOutcome()
    {
    }

    /// <summary>What the connector answered.</summary>
    public sealed record Answered(ConnectorResult Result) : TestChannelOutcome;

    public sealed record Missing : TestChannelOutcome;

    public sealed record Forbidden(NotAllowed Lacking) : TestChannelOutcome;
}

/// <summary>Sends one test message through a connector, to an address that the admin gives.</summary>
public sealed class TestChannel(OpsDatabase database, ChannelDirectory directory, IAuditLog audit, TimeProvider clock)
{
    public async Task<TestChannelOutcome> SendAsync(Actor actor, Guid connectorId, string to, CancellationToken cancellation)
    {
        var details = new JsonObject { ["connector"] = connectorId.ToString() };
        if (!actor.May(Permissions.ConnectorsChange))
        {
            details["refusal"] = Permissions.ConnectorsChange;
            await audit.AppendAsync(new AuditEntry(actor, "channel.tested", "channels", "refused", details), cancellation);
            return new TestChannelOutcome.Forbidden(new NotAllowed(Permissions.ConnectorsChange));
        }

        if (await database.ReadAsync(db => db.Set<ChannelConnector>().SingleOrDefaultAsync(row => row.Id == connectorId, cancellation), cancellation) is not { } row)
        {
            return new TestChannelOutcome.Missing();
        }

        var id = Ids.New(clock);
        var settings = ChannelSettings.FromJson(row.SettingsJson);
        var message = new OutgoingMessage(
            id, OutgoingMessage.RefOf(id, settings.FromAddress), "TEST", row.Kind == ChannelConnectorKind.Webhook ? ChannelNames.Chat : ChannelNames.Email, to.Trim(),
            "Test message of OpsConsole", $"This is a test message that {actor.Name} sent from OpsConsole. No answer is needed.", null, [], null, clock.GetUtcNow());
        var connector = await directory.MakeAsync(row, cancellation);
        var result = await connector.SendAsync(message, cancellation);
        details["result"] = result.GetType().Name;
        await audit.AppendAsync(new AuditEntry(actor, "channel.tested", "channels", result is ConnectorResult.Done ? "ok" : "failed", details), cancellation);
        return new TestChannelOutcome.Answered(result);
    }
}

using System.Text.Json.Nodes;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Connecting;

/// <summary>The door through which people change a connected system: permission, the change, its audit row and the announcement in one transaction.</summary>
public sealed class SystemChange(OpsDatabase database, IAuditLog audit, ConnectorDirectory directory)
{
    /// <summary>Null when done, else the permission that was lacking; both stand in the log.</summary>
    internal async Task<NotAllowed?> ApplyAsync(
        Actor actor, string systemId, string name, JsonObject details, Func<OpsDbContext, Task> apply, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ConnectorsChange))
        {
            details["refusal"] = Permissions.ConnectorsChange;
            await audit.AppendAsync(new AuditEntry(actor, name, $"system/{systemId}", "refused", details), cancellation);
            return new NotAllowed(Permissions.ConnectorsChange);
        }

        await database.WriteAsync(
            async db =>
            {
                await apply(db);
                await audit.AppendAsync(db, new AuditEntry(actor, name, $"system/{systemId}", "ok", details), cancellation);
                db.Announce("connector", systemId);
            },
            cancellation);
        directory.Forget(systemId);
        return null;
    }
}

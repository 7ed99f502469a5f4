using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Connectors.Connecting;

/// <summary>One system as the connector pages show it.</summary>
/// <param name="Settings">Null for a system that is built in.</param>
/// <param name="SecretSetAt">When its secret was set; null when it has none.</param>
public sealed record SystemView(
    string Id, string Name, string Kind, SystemHealth Health, IReadOnlyList<SystemOperation> Operations, HttpSystemSettings? Settings,
    string Document, DateTimeOffset? ChangedAt, string? ChangedBy, DateTimeOffset? SecretSetAt, string? SecretSetBy)
{
    public bool NeedsSecret => Settings is { Auth.Kind: not AuthKind.None };
}

/// <summary>The systems that are connected, with how they do.</summary>
public sealed class ListSystems(OpsDatabase database, ConnectorDirectory directory, CallStatistics statistics)
{
    /// <summary>None for those who may not see them.</summary>
    public async Task<IReadOnlyList<SystemView>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ConnectorsView))
        {
            return [];
        }

        var (systems, secrets) = await database.ReadAsync(
            async db => (await db.Set<ConnectedSystem>().OrderBy(row => row.Name).ToListAsync(cancellation), await db.Set<SystemSecret>().ToDictionaryAsync(row => row.SystemId, cancellation)),
            cancellation);
        var views = directory.BuiltIn.Select(Built).ToList();
        foreach (var system in systems)
        {
            var secret = secrets.GetValueOrDefault(system.Id);
            var connector = await directory.FindAsync(system.Id, cancellation);
            views.Add(new SystemView(
                system.Id, system.Name, "OpenAPI", SystemHealth.Of(statistics.Of(system.Id)), connector?.Operations ?? [], HttpSystemSettings.FromJson(system.SettingsJson),
                system.DocumentTitle, system.ChangedAt, system.ChangedBy, secret?.SetAt, secret?.SetBy));
        }

        return views;
    }

    public async Task<SystemView?> FindAsync(Actor actor, string systemId, CancellationToken cancellation) =>
        (await ListAsync(actor, cancellation)).FirstOrDefault(system => system.Id == systemId);

    private SystemView Built(IConnector connector) => new(
        connector.SystemId, connector.SystemId == SandboxConnector.Id ? "Service desk sandbox" : connector.SystemId, "Embedded",
        SystemHealth.Of(statistics.Of(connector.SystemId)), connector.Operations, null, "", null, null, null, null);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Bench;

/// <summary>The real console, as its own program puts it together, with its jobs running, in a folder of its own; only the browser is missing.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    public static readonly Actor Agent = new(ActorKind.Person, "bench-agent", "Bench agent", [Roles.Agent]);
    public static readonly Actor Supervisor = new(ActorKind.Person, "bench-supervisor", "Bench supervisor", [Roles.Supervisor]);
    public static readonly Actor Admin = new(ActorKind.Person, "bench-admin", "Bench admin", [Roles.Admin]);
    public static readonly Actor Proposer = new(ActorKind.Service, "service:bench-proposer", "Bench proposer", [Roles.Proposer]);

    private readonly WebApplication _app;

    private ConsoleHost(WebApplication app) => _app = app;

    public OpsDatabase Database => Get<OpsDatabase>();

    public static async Task<ConsoleHost> StartAsync(string folder, Uri system, string packs)
    {
        var app = OpsWebApplication.Create(
        [
            $"--Storage:Folder={folder}",
            "--Urls=http://127.0.0.1:0",
            "--Demo:Enabled=false",
            "--Packs:Load:0=",
            $"--Connectors:AllowedHosts:0={system.Host}:{system.Port}",
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Error",
        ]);
        app.Services.GetRequiredService<Migrator>().Apply();
        var host = new ConsoleHost(app);
        await RetailConnection.MakeAsync(host, system, packs);
        await app.StartAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

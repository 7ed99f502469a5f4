using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsConsole.Core;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Bench;

/// <summary>A console of its own in a temporary folder, connected to the outside system, which runs as a process of its own.</summary>
internal sealed class PrepareDesk : IAsyncDisposable
{
    public const string SystemId = "retail";

    private const string ApiKey = "bench-key";

    private static readonly Actor Admin = new(ActorKind.Person, "bench", "Bench", [Roles.Admin]);
    private static readonly Actor Intake = new(ActorKind.Service, "service:bench", "Bench", [Roles.Intake]);

    private readonly ServiceProvider _services;
    private readonly Process _system;
    private readonly string _folder;

    private PrepareDesk(ServiceProvider services, Process system, string folder)
    {
        _services = services;
        _system = system;
        _folder = folder;
    }

    public PackPlaybooks Pack => _services.GetRequiredService<PlaybookShelf>().Packs.Single();

    public static async Task<PrepareDesk> StartAsync(string systemFolder, string packsFolder, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("opsconsole-bench-").FullName;
        var (system, address) = await StartSystemAsync(systemFolder, cancellation);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton(new ConnectorOptions { AllowedHosts = [address.Host] });
        services.AddCore(new StorageOptions { Folder = folder });
        services.AddDataProtection();
        var desk = new PrepareDesk(services.BuildServiceProvider(), system, folder);
        desk._services.GetRequiredService<Migrator>().Apply();
        var pack = await PackFiles.ReadAsync(Path.Combine(packsFolder, SystemId), cancellation);
        return await desk._services.GetRequiredService<LoadPack>().LoadAsync(Actor.Jobs, pack, cancellation) switch
        {
            LoadPackOutcome.Loaded => await desk.ConnectAsync(address, cancellation),
            LoadPackOutcome.Faulty faulty => throw new InvalidOperationException($"The pack has faults:\n{string.Join('\n', faulty.Errors)}"),
            _ => throw new InvalidOperationException("The pack was refused."),
        };
    }

    /// <summary>Connects the system by the document that it serves itself, as an admin would on the connector page.</summary>
    private async Task<PrepareDesk> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var clients = _services.GetRequiredService<HttpClients>();
        var settings = new HttpSystemSettings
        {
            BaseUrl = address.ToString().TrimEnd('/'),
            Auth = new AuthScheme("key", AuthKind.HeaderKey, "X-Api-Key"),
            RecordTemplate = "/records/{collection}/{id}",
            IdempotencyHeader = "Idempotency-Key",
            ReceiptHeader = "X-Effect-Sequence",
            HealthPath = "/health",
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/openapi.json"));
        request.Headers.Add(settings.Auth.Key, ApiKey);
        using var answer = await clients.Client.SendAsync(request, cancellation);
        var document = await answer.Content.ReadAsStringAsync(cancellation);
        if (await _services.GetRequiredService<ImportSystem>().ImportAsync(Admin, new SystemImport(SystemId, "Outside system", document, settings), cancellation) is ImportOutcome.Invalid invalid)
        {
            throw new InvalidOperationException(string.Join('\n', invalid.Faults));
        }

        await _services.GetRequiredService<SetSecret>().SetAsync(Admin, SystemId, ApiKey, cancellation);
        return this;
    }

    /// <summary>Opens a case of the message and prepares it as the job does; the time is preparation's alone.</summary>
    public async Task<PrepareOutcome> PrepareAsync(JsonObject line, CancellationToken cancellation)
    {
        var id = line["case_id"]!.GetValue<string>();
        var opened = await _services.GetRequiredService<OpenCase>().OpenAsync(
            Intake,
            new NewCase { Subject = line["subject"]!.GetValue<string>(), Body = line["body"]!.GetValue<string>(), Channel = line["channel"]!.GetValue<string>(), Source = Intake.Id, ExternalId = id },
            null, cancellation);
        var caseId = ((OpenCaseOutcome.Opened)opened).CaseId;
        var clock = Stopwatch.StartNew();
        var lease = await _services.GetRequiredService<PreparationLeases>().ClaimAsync("bench", cancellation);
        await _services.GetRequiredService<PrepareCase>().PrepareAsync(lease!, cancellation);
        var took = clock.Elapsed.TotalMilliseconds;
        var (prepared, actions) = await _services.GetRequiredService<OpsDatabase>().ReadAsync(
            async db => (
                await db.Set<Case>().SingleAsync(row => row.Id == caseId, cancellation),
                await db.Set<ProposedAction>().Where(row => row.CaseId == caseId && row.State != ActionState.Withdrawn).OrderBy(row => row.Number).ToListAsync(cancellation)),
            cancellation);
        var writes = actions.Select(action => PrepareWrite.Of(action.ActionTypeId[(SystemId.Length + 1)..], JsonNode.Parse(action.ParametersJson)!.AsObject())).ToList();
        var orders = actions.Select(action => JsonNode.Parse(action.ParametersJson)!["order_id"]?.GetValue<string>()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new PrepareOutcome(id, prepared.CaseTypeId, prepared.CustomerRecord?.Split('/')[^1], writes, orders, prepared.Missing, took);
    }

    public async ValueTask DisposeAsync()
    {
        _system.Kill();
        await _system.WaitForExitAsync();
        _system.Dispose();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<(Process System, Uri Address)> StartSystemAsync(string folder, CancellationToken cancellation)
    {
        var system = Process.Start(new ProcessStartInfo("python3", ["serve.py", "--port", "0", "--api-key", ApiKey]) { WorkingDirectory = Path.GetFullPath(folder), RedirectStandardOutput = true })!;
        var line = await system.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("The outside system did not start.");
        return (system, new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]));
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpsConsole.Core;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Models.Spending;
using OpsConsole.Core.Preparation.Demo;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Bench.Behaving;

/// <summary>The console's core with the service desk and, if it is given one, a provider of models; cases go through the whole of preparation.</summary>
internal sealed class BehavingDesk : IAsyncDisposable
{
    private static readonly Actor Admin = new(ActorKind.Person, "bench", "Bench", [Roles.Admin]);
    private static readonly Actor Intake = new(ActorKind.Service, "service:bench", "Bench", [Roles.Intake]);

    private readonly ServiceProvider _services;
    private readonly string _folder;
    private DemoRecords? _records;

    private BehavingDesk(ServiceProvider services, string folder) => (_services, _folder) = (services, folder);

    public int Writes => Get<WatchedConnectors>().Writes;

    /// <summary>What happened in the system of record.</summary>
    public int Effects => Get<SandboxStore>().ReadEffects().Count;

    /// <param name="hosts">Where models may be asked although they are on this machine.</param>
    public static async Task<BehavingDesk> OpenAsync(string packs, params IReadOnlyList<string> hosts)
    {
        var folder = Directory.CreateTempSubdirectory("opsconsole-bench-").FullName;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        services.AddSingleton(new ModelOptions { AllowedHosts = hosts, RequireEvaluation = false, FailuresBeforeRest = 0 });
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddCore(new StorageOptions { Folder = folder });
        services.AddSingleton<WatchedConnectors>();
        services.Replace(ServiceDescriptor.Singleton<IConnectorDirectory>(provider => provider.GetRequiredService<WatchedConnectors>()));
        var desk = new BehavingDesk(services.BuildServiceProvider(), folder);
        desk.Get<Migrator>().Apply();
        return await desk.Get<LoadPack>().LoadAsync(Actor.Jobs, await PackFiles.ReadAsync(Path.Combine(packs, "service-desk"), CancellationToken.None), CancellationToken.None) is LoadPackOutcome.Loaded
            ? desk
            : throw new InvalidOperationException("The pack has faults.");
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Puts one provider in the place of the one before it.</summary>
    public async Task ConnectAsync(string address, string model, Action<ModelProvider>? change = null)
    {
        var save = Get<SaveProvider>();
        foreach (var known in Get<ModelSettings>().Current.Providers)
        {
            await save.RemoveAsync(Admin, known.Name, CancellationToken.None);
        }

        var provider = new ModelProvider
        {
            Name = "Bench", Kind = ProviderKind.Compatible, BaseUrl = address, FastModel = model, CarefulModel = model, InputPrice = 1_000_000, OutputPrice = 4_000_000, IsOn = true,
        };
        change?.Invoke(provider);
        if (await save.SaveAsync(Admin, provider, isNew: true, CancellationToken.None) is not ModelsOutcome.Kept)
        {
            throw new InvalidOperationException($"The provider at {address} cannot be used.");
        }
    }

    public Task LimitAsync(ModelLimits limits) => Get<SetModelLimits>().SetAsync(Admin, limits, CancellationToken.None);

    /// <summary>The next record that fits and whose customer was not picked yet.</summary>
    public async Task<JsonObject> PickAsync(string condition)
    {
        var set = Get<EvaluationShelf>().Sets[0];
        _records ??= new DemoRecords((await Get<IConnectorDirectory>().FindAsync(set.Scan["system"]!.GetValue<string>(), CancellationToken.None))!, set.Scan);
        return await _records.PickAsync(condition, CancellationToken.None) ?? throw new InvalidOperationException($"No record is left that fits: {condition}");
    }

    public async Task<Guid> ReceiveAsync(string message, JsonObject picked) =>
        await Get<OpenCase>().OpenAsync(Intake, new NewCase { Subject = "A message", Body = FeelTemplate.Render(message, picked), Channel = "email", Source = Intake.Id }, null, CancellationToken.None)
            is OpenCaseOutcome.Opened { CaseId: var id } ? id : throw new InvalidOperationException("The case cannot be opened.");

    /// <summary>Prepares whatever is due, as the job does; the time is preparation's alone.</summary>
    public async Task<TimeSpan> PrepareDueAsync(int workers = 1)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async worker =>
        {
            while (await Get<PreparationLeases>().ClaimAsync($"bench-{worker}", CancellationToken.None) is { } lease)
            {
                await Get<PrepareCase>().PrepareAsync(lease, CancellationToken.None);
            }
        }));
        return Stopwatch.GetElapsedTime(started);
    }

    public Task<WholeCase> ReadAsync(Guid id) => Get<OpsDatabase>().ReadAsync(
        async db => new WholeCase(
            await db.Set<Case>().SingleAsync(row => row.Id == id),
            await db.Set<ProposedAction>().Where(row => row.CaseId == id && row.State != ActionState.Withdrawn).OrderBy(row => row.Number).ToListAsync(),
            await db.Set<ModelExchange>().Where(row => row.CaseId == id).OrderBy(row => row.Sequence).ToListAsync(),
            await db.Set<ModelUse>().Where(row => row.Scope == ModelUse.OfCase(id)).Select(row => row.Tokens).SingleOrDefaultAsync()),
        CancellationToken.None);

    public async Task<(long Tokens, long Cost)> TodayAsync()
    {
        var view = await Get<ReadModels>().ReadAsync(Admin, CancellationToken.None);
        return (view!.TodayTokens, view.TodayCost);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Models.Spending;
using OpsConsole.Core.Preparation.Demo;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Bench.Behaving;

/// <summary>The service desk and, if it is given one, a provider of models; cases go through the whole of preparation.</summary>
internal sealed class BehavingDesk : IAsyncDisposable
{
    private DemoRecords? _records;

    private BehavingDesk(TimeProvider clock, IReadOnlyList<string> hosts) => Core = new BenchCore(services =>
    {
        services.Replace(ServiceDescriptor.Singleton(clock));
        services.Replace(ServiceDescriptor.Singleton(new ModelOptions { AllowedHosts = hosts, RequireEvaluation = false, FailuresBeforeRest = 0 }));
        services.AddSingleton<WatchedConnectors>();
        services.Replace(ServiceDescriptor.Singleton<IConnectorDirectory>(provider => provider.GetRequiredService<WatchedConnectors>()));
    });

    public BenchCore Core { get; }

    public int Writes => Core.Get<WatchedConnectors>().Writes;

    /// <summary>What happened in the system of record.</summary>
    public int Effects => Core.Get<SandboxStore>().ReadEffects().Count;

    /// <param name="packs">The folder with packs.</param>
    /// <param name="clock">From what it shows now the shop's history is made up.</param>
    /// <param name="hosts">Where models may be asked although they are on this machine.</param>
    public static async Task<BehavingDesk> OpenAsync(string packs, TimeProvider clock, params IReadOnlyList<string> hosts)
    {
        var desk = new BehavingDesk(clock, hosts);
        await desk.Core.LoadAsync(await BenchCore.ReadPackAsync(packs));
        desk.Core.Get<SandboxStore>().ReadEffects();
        return desk;
    }

    /// <summary>The next record that fits and whose customer was not picked yet.</summary>
    public async Task<JsonObject> PickAsync(string condition)
    {
        var set = Core.Get<EvaluationShelf>().Sets[0];
        _records ??= new DemoRecords((await Core.Get<IConnectorDirectory>().FindAsync(set.Scan["system"]!.GetValue<string>(), CancellationToken.None))!, set.Scan);
        return await _records.PickAsync(condition, CancellationToken.None) ?? throw new InvalidOperationException($"No record is left that fits: {condition}");
    }

    public Task<Guid> ReceiveAsync(string message, JsonObject picked) =>
        Core.ReceiveAsync(new NewCase { Subject = "A message", Body = FeelTemplate.Render(message, picked), Channel = "email", Source = BenchCore.Intake.Id });

    /// <summary>Prepares whatever is due, as the job does; the time is preparation's alone.</summary>
    public async Task<TimeSpan> PrepareDueAsync(int workers = 1)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async worker =>
        {
            while (await Core.Get<PreparationLeases>().ClaimAsync($"bench-{worker}", CancellationToken.None) is { } lease)
            {
                await Core.Get<PrepareCase>().PrepareAsync(lease, CancellationToken.None);
            }
        }));
        return Stopwatch.GetElapsedTime(started);
    }

    public async Task<WholeCase> ReadAsync(Guid id)
    {
        var (prepared, actions) = await Core.ReadAsync(id);
        return await Core.Database.ReadAsync(
            async db => new WholeCase(
                prepared,
                actions,
                await db.Set<ModelExchange>().Where(row => row.CaseId == id).OrderBy(row => row.Sequence).ToListAsync(),
                await db.Set<ModelUse>().Where(row => row.Scope == ModelUse.OfCase(id)).Select(row => row.Tokens).SingleOrDefaultAsync()),
            CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Core.DisposeAsync();
}

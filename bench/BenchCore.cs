using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsConsole.Core;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Preparation.Packs;

namespace OpsConsole.Bench;

/// <summary>The console's core without its web part, in a temporary folder that goes with it, and the steps that benches of it share.</summary>
internal sealed class BenchCore : IAsyncDisposable
{
    /// <summary>The pack that most benches run with.</summary>
    public const string ServiceDesk = "service-desk";

    public static readonly Actor Admin = new(ActorKind.Person, "bench", "Bench", [Roles.Admin]);
    public static readonly Actor Intake = new(ActorKind.Service, "service:bench", "Bench", [Roles.Intake]);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly ServiceProvider _services;

    /// <param name="replace">Puts what a bench brings in the place of the console's own.</param>
    public BenchCore(Action<IServiceCollection>? replace = null)
    {
        Folder = Directory.CreateTempSubdirectory("opsconsole-bench-").FullName;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton(new ModelOptions { RequireEvaluation = false });
        services.AddCore(new StorageOptions { Folder = Folder });
        replace?.Invoke(services);
        _services = services.BuildServiceProvider();
        Get<Migrator>().Apply();
    }

    public string Folder { get; }

    public OpsDatabase Database => Get<OpsDatabase>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task LoadAsync(PackFiles pack)
    {
        switch (await Get<LoadPack>().LoadAsync(Actor.Jobs, pack, CancellationToken.None))
        {
            case LoadPackOutcome.Loaded:
                return;
            case LoadPackOutcome.Faulty faulty:
                throw new InvalidOperationException($"The pack has faults:\n{string.Join('\n', faulty.Errors)}");
            case var refused:
                throw new InvalidOperationException($"The pack was refused: {refused}");
        }
    }

    public static Task<PackFiles> ReadPackAsync(string packs, string pack = ServiceDesk) => PackFiles.ReadAsync(Path.Combine(packs, pack), CancellationToken.None);

    public async Task<Guid> ReceiveAsync(NewCase request) =>
        await Get<OpenCase>().OpenAsync(Intake, request, null, CancellationToken.None) is OpenCaseOutcome.Opened { CaseId: var id } ? id : throw new InvalidOperationException("The case cannot be opened.");

    /// <summary>A case, and the actions that are proposed on it now.</summary>
    public Task<(Case Case, IReadOnlyList<ProposedAction> Actions)> ReadAsync(Guid caseId) => Database.ReadAsync<(Case, IReadOnlyList<ProposedAction>)>(
        async db => (
            await db.Set<Case>().SingleAsync(row => row.Id == caseId),
            await db.Set<ProposedAction>().Where(row => row.CaseId == caseId && row.State != ActionState.Withdrawn).OrderBy(row => row.Number).ToListAsync()),
        CancellationToken.None);

    /// <summary>Puts one provider in the place of all before it.</summary>
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
        if (await save.SaveAsync(Admin, provider, isNew: true, CancellationToken.None) is ModelsOutcome.Invalid invalid)
        {
            throw new InvalidOperationException(string.Join(' ', invalid.Faults));
        }
    }

    public async Task LimitAsync(ModelLimits limits)
    {
        if (await Get<SetModelLimits>().SetAsync(Admin, limits, CancellationToken.None) is not ModelsOutcome.Kept)
        {
            throw new InvalidOperationException("The limits cannot be set.");
        }
    }

    public async Task<(long Tokens, long Cost)> TodayAsync()
    {
        var view = await Get<ReadModels>().ReadAsync(Admin, CancellationToken.None);
        return (view!.TodayTokens, view.TodayCost);
    }

    /// <summary>The most tokens that counted as used at any moment while something was done.</summary>
    public async Task<long> MostTokensAsync(Func<Task> work)
    {
        var most = 0L;
        var working = Task.Run(work);
        do
        {
            most = Math.Max(most, (await TodayAsync()).Tokens);
            await Task.Delay(Pause);
        }
        while (!working.IsCompleted);
        await working;
        return most;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

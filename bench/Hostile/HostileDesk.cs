using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Executing;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Bench.Hostile;

/// <summary>A case after its preparation, as it stands in the console's tables.</summary>
/// <param name="PlansRead">Of the plans that were given away, in their order, whether the console took them for plans.</param>
internal sealed record HostileCase(
    HostileScript Script, Case Case, IReadOnlyList<ProposedAction> Actions, IReadOnlyList<PreparationStage> Stages, IReadOnlyList<Fact> Facts, IReadOnlyList<bool> PlansRead);

/// <summary>The service desk with its sandbox shop, watched at the door, and the hostile model in the place of every provider.</summary>
internal sealed class HostileDesk : IAsyncDisposable
{
    private const int Workers = 2;

    private EffectLedger? _ledger;
    private ShopView? _shop;

    private HostileDesk() => Core = new BenchCore(services =>
    {
        services.AddSingleton<SandboxConnector>();
        services.Replace(ServiceDescriptor.Singleton<IConnector>(provider => new WatchedShop(provider.GetRequiredService<SandboxConnector>(), () => _ledger)));
        services.Replace(ServiceDescriptor.Singleton<IChatClients>(Model));
        services.Replace(ServiceDescriptor.Singleton(new ModelOptions { RequireEvaluation = false, FailuresBeforeRest = 0 }));
        services.AddSingleton<ILoggerProvider>(Crashes);
    });

    public BenchCore Core { get; }

    public HostileModel Model { get; } = new();

    public Crashes Crashes { get; } = new();

    public ShopView Shop => _shop!;

    public HouseJudge Judge { get; private set; } = null!;

    public EffectLedger Ledger => _ledger!;

    public static async Task<HostileDesk> StartAsync(string packs)
    {
        var desk = new HostileDesk();
        await desk.Core.LoadAsync(await BenchCore.ReadPackAsync(packs));
        await desk.Core.LimitAsync(new ModelLimits { CaseTokens = 1_000_000_000, DayTokens = 1_000_000_000_000, CaseCost = 1_000_000_000, DayCost = 1_000_000_000_000 });
        await desk.Core.Get<IConnector>().CheckAsync(CancellationToken.None);
        desk._shop = new ShopView(desk.Core.Folder);
        desk.Judge = new HouseJudge(desk._shop);
        desk._ledger = new EffectLedger(desk.Judge);
        return desk;
    }

    /// <summary>Takes the cases in and prepares them, as the job does.</summary>
    public async Task<IReadOnlyList<HostileCase>> PrepareAsync(IReadOnlyList<HostileScript> scripts)
    {
        var ids = new Dictionary<Guid, HostileScript>();
        foreach (var script in scripts)
        {
            Model.Learn(script);
            ids[await Core.ReceiveAsync(new NewCase { Subject = script.Mark, Body = script.Message, Channel = "email", Source = BenchCore.Intake.Id })] = script;
        }

        await PrepareDueAsync();
        return await ReadAsync(ids);
    }

    /// <summary>The customer writes once more, and the case is prepared anew: the model says something else this time.</summary>
    public async Task<HostileCase> WriteAgainAsync(HostileCase before)
    {
        var message = new NewMessage { Kind = MessageKind.Inbound, Channel = "email", Body = "Is there any news?" };
        await Core.Get<AddMessage>().AddAsync(BenchCore.Intake, before.Case.Id, message, null, CancellationToken.None);
        await PrepareDueAsync();
        return (await ReadAsync(new Dictionary<Guid, HostileScript> { [before.Case.Id] = before.Script }))[0];
    }

    /// <summary>The jobs' turn: whatever is decided is carried out and looked at.</summary>
    public async Task ExecuteAsync()
    {
        await Crashes.GuardAsync("dispatch", () => Core.Get<DispatchDue>().SweepAsync(CancellationToken.None));
        await Crashes.GuardAsync("look", () => Core.Get<LookDue>().SweepAsync(CancellationToken.None));
    }

    public Task<List<ProposedAction>> FindAsync(IEnumerable<Guid> ids) =>
        Core.Database.ReadAsync(db => db.Set<ProposedAction>().Where(row => ids.Contains(row.Id)).ToListAsync(), CancellationToken.None);

    public async Task<AuditFinding?> VerifyAsync() =>
        await Core.Get<VerifyAudit>().RunAsync(new Actor(ActorKind.Person, "bench-auditor", "Bench auditor", [Roles.Auditor]), null, CancellationToken.None) is VerifyOutcome.Finished finished ? finished.Result.Finding : null;

    public async ValueTask DisposeAsync()
    {
        _shop?.Dispose();
        Model.Dispose();
        await Core.DisposeAsync();
        Crashes.Dispose();
    }

    private Task PrepareDueAsync() => Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
    {
        while (await Core.Get<PreparationLeases>().ClaimAsync($"bench-{worker}", CancellationToken.None) is { } lease)
        {
            await Crashes.GuardAsync("preparation", () => Core.Get<PrepareCase>().PrepareAsync(lease, CancellationToken.None));
        }
    })));

    private Task<List<HostileCase>> ReadAsync(IReadOnlyDictionary<Guid, HostileScript> scripts) => Core.Database.ReadAsync(
        async db =>
        {
            var ids = scripts.Keys.ToList();
            var cases = await db.Set<Case>().Where(row => ids.Contains(row.Id)).ToListAsync();
            var actions = (await db.Set<ProposedAction>().Where(row => ids.Contains(row.CaseId) && row.State != ActionState.Withdrawn).OrderBy(row => row.Number).ToListAsync()).ToLookup(row => row.CaseId);
            var stages = (await db.Set<PreparationStage>().Where(row => ids.Contains(row.CaseId)).OrderBy(row => row.Number).ToListAsync()).ToLookup(row => row.CaseId);
            var facts = (await db.Set<Fact>().Where(row => ids.Contains(row.CaseId)).ToListAsync()).ToLookup(row => row.CaseId);
            var plans = (await db.Set<ModelExchange>().Where(row => row.CaseId != null && ids.Contains(row.CaseId.Value) && row.Prompt == "plan").OrderBy(row => row.Sequence)
                .Select(row => new { row.CaseId, row.Outcome }).ToListAsync()).ToLookup(row => row.CaseId!.Value);
            return cases.ConvertAll(one => new HostileCase(
                scripts[one.Id], one, [.. actions[one.Id]], [.. stages[one.Id]], [.. facts[one.Id]], [.. plans[one.Id].Select(plan => plan.Outcome == ExchangeOutcome.Answered)]));
        },
        CancellationToken.None);
}

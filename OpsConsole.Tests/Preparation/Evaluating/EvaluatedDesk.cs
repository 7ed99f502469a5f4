using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Bench;
using OpsConsole.Bench.Competent;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation.Evaluating;

/// <summary>The service desk with a provider that answers by rule over real HTTP, and evaluations of its set.</summary>
internal sealed class EvaluatedDesk : IAsyncDisposable
{
    public static readonly Actor Admin = new(ActorKind.Person, "admin", "Ada", [Roles.Admin]);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private EvaluatedDesk(CoreHost host, ModelStub stub)
    {
        Host = host;
        Stub = stub;
    }

    public CoreHost Host { get; }

    public ModelStub Stub { get; }

    public EvaluationSubject Model => Host.Get<EvaluationSubjects>().All.OfType<EvaluationSubject.Models>().Single();

    public EvaluationSubject Recorded => Host.Get<EvaluationSubjects>().All.OfType<EvaluationSubject.Recorded>().Single();

    public static async Task<EvaluatedDesk> OpenAsync()
    {
        var stub = await ModelStub.StartAsync();
        stub.Answers = CompetentModel.Answer;
        var host = await PackDesk.LoadedAsync(
            "service-desk", services => services.Replace(ServiceDescriptor.Singleton(new ModelOptions { AllowedHosts = [stub.Host], RequireEvaluation = false })));
        var provider = new ModelProvider { Name = "Stub", Kind = ProviderKind.Compatible, BaseUrl = stub.Address, FastModel = "small", CarefulModel = "large", InputPrice = 1_000_000, OutputPrice = 4_000_000, IsOn = true };
        Assert.IsType<ModelsOutcome.Kept>(await host.Get<SaveProvider>().SaveAsync(Admin, provider, isNew: true, CancellationToken.None));
        return new EvaluatedDesk(host, stub);
    }

    /// <summary>Runs the set to its end.</summary>
    /// <param name="meanwhile">Called whenever a case was judged.</param>
    public async Task<EvaluationRun> RunAsync(EvaluationSubject subject, Action<EvaluationRun>? meanwhile = null) => await EndAsync((await StartAsync(subject)).Run.Id, meanwhile);

    /// <summary>Waits for the end of a run.</summary>
    /// <param name="meanwhile">Called whenever a case was judged.</param>
    public async Task<EvaluationRun> EndAsync(Guid id, Action<EvaluationRun>? meanwhile = null)
    {
        using var changes = Host.Get<ChangeFeed>().Watch(EvaluationStore.Topic);
        using var limit = new CancellationTokenSource(Patience);
        var reader = changes.ReadAllAsync(limit.Token).GetAsyncEnumerator(limit.Token);
        while (true)
        {
            var run = (await Host.Get<EvaluationStore>().ReadRunsAsync(5, limit.Token)).Single(one => one.Id == id);
            if (run.State != EvaluationState.Running)
            {
                return run;
            }

            meanwhile?.Invoke(run);
            await reader.MoveNextAsync();
        }
    }

    public async Task<StartEvaluationOutcome.Started> StartAsync(EvaluationSubject subject) =>
        Assert.IsType<StartEvaluationOutcome.Started>(await Host.Get<RunEvaluation>().StartAsync(Admin, "desk", subject, CancellationToken.None));

    public Task<List<EvaluationResult>> ResultsAsync(EvaluationRun run) => Host.Get<EvaluationStore>().ReadResultsAsync(run.Id, CancellationToken.None);

    /// <summary>How many rows each table of the house has.</summary>
    public Task<Dictionary<string, long>> RowsAsync() => Host.Database.ReadAsync(
        async db =>
        {
            var rows = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var table in await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").ToListAsync())
            {
                var count = $"SELECT count(*) AS Value FROM \"{table}\"";
                rows[table] = (await db.Database.SqlQueryRaw<long>(count).ToListAsync()).Single();
            }

            return rows;
        },
        CancellationToken.None);

    public Task ChangeAsync(string sql) => Host.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync(sql), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Stub.DisposeAsync();
        Host.Dispose();
    }
}

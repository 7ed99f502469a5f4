using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation;

/// <summary>The real core with the service desk pack and its sandbox; messages go in, and the job's sweep prepares them.</summary>
internal sealed class PreparedDesk : IDisposable
{
    private static readonly Actor Intake = new(ActorKind.Service, "service:test", "Test", [Roles.Intake]);

    private PreparedDesk(CoreHost host) => Host = host;

    public CoreHost Host { get; }

    public static async Task<PreparedDesk> OpenAsync(Action<IServiceCollection>? replace = null) => new(await PackDesk.LoadedAsync("service-desk", replace));

    public async Task<Guid> ReceiveAsync(string body)
    {
        var request = new NewCase { Subject = "A message", Body = body, Channel = "email", Source = Intake.Id };
        return Assert.IsType<OpenCaseOutcome.Opened>(await Host.Get<OpenCase>().OpenAsync(Intake, request, null, CancellationToken.None)).CaseId;
    }

    /// <summary>The customer writes again, and the case is prepared again.</summary>
    public async Task HearAsync(Guid id, string body, TimeSpan? later = null)
    {
        Host.Clock.Advance(later ?? TimeSpan.FromMinutes(1));
        var message = new NewMessage { Kind = MessageKind.Inbound, Channel = "chat", Body = body };
        Assert.IsType<AddMessageOutcome.Added>(await Host.Get<AddMessage>().AddAsync(Intake, id, message, null, CancellationToken.None));
        await SweepAsync();
    }

    public Task<int> SweepAsync() => Host.Get<PrepareDue>().SweepAsync(CancellationToken.None);

    public async Task<Guid> PrepareAsync(string body)
    {
        var id = await ReceiveAsync(body);
        await SweepAsync();
        return id;
    }

    public Task<Case> CaseAsync(Guid id) => Host.Database.ReadAsync(db => db.Set<Case>().SingleAsync(row => row.Id == id), CancellationToken.None);

    public Task<List<ProposedAction>> ActionsAsync(Guid id) => Host.Database.ReadAsync(
        db => db.Set<ProposedAction>().Where(row => row.CaseId == id).OrderBy(row => row.Number).ToListAsync(), CancellationToken.None);

    public Task<List<Fact>> FactsAsync(Guid id) => Host.Database.ReadAsync(
        db => db.Set<Fact>().Where(row => row.CaseId == id).OrderBy(row => row.Number).ToListAsync(), CancellationToken.None);

    public Task<IReadOnlyList<PreparationStage>> StagesAsync(Guid id) => Host.Get<ReadStages>().OfCaseAsync(PackDesk.Agent, id, CancellationToken.None);

    public void Dispose() => Host.Dispose();
}

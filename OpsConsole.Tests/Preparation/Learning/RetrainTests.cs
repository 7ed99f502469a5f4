using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation.Learning;

public sealed class RetrainTests
{
    private static readonly Actor Supervisor = new(ActorKind.Person, "p-5", "Sam", [Roles.Supervisor]);

    [Fact]
    public async Task Learn_FewDecidedCases_ChangesNothing()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        await DecideAsync(host, 20);

        Assert.IsType<RetrainOutcome.TooFew>(await LearnAsync(host, Supervisor));
        Assert.Null((await InForceAsync(host)).Version);
    }

    [Fact]
    public async Task Learn_FromManyDecidedCases_IsPromotedMeasuredAndUsed()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        await DecideAsync(host, 200);
        Assert.NotEqual("goodwill", (await InForceAsync(host)).Classifier!.Classify("a spoilt quokka evening").CaseType);

        var version = Assert.IsType<RetrainOutcome.Learnt>(await LearnAsync(host, Supervisor)).Version;

        Assert.Equal((ClassifierState.InForce, 1), (version.State, version.Number));
        Assert.True(version.Figures.MacroF1 > version.Before.MacroF1 && version.HeldOut + version.FromCases == 200, version.Why);
        Assert.Equal(1, (await InForceAsync(host)).Version);
        Assert.Equal("goodwill", (await InForceAsync(host)).Classifier!.Classify("a spoilt quokka evening").CaseType);
        Assert.Contains("classifier.learnt", await EventsAsync(host));
    }

    [Fact]
    public async Task Learn_FromWrongLabels_IsRejectedAndTheOldOneStays()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        await DecideAsync(host, 200);
        await LearnAsync(host, Supervisor);
        // Only what is learnt from is mislabelled; what is held out still tells the truth.
        await host.Database.WriteAsync(
            async db =>
            {
                foreach (var row in await db.Set<Case>().AsTracking().ToListAsync())
                {
                    row.CaseTypeId = DecidedCases.IsHeldOut(row.Id) ? row.CaseTypeId : DecidedPast.NextType(row.CaseTypeId!);
                }
            },
            CancellationToken.None);

        var version = Assert.IsType<RetrainOutcome.Learnt>(await LearnAsync(host, Supervisor)).Version;

        Assert.Equal((ClassifierState.Rejected, 1), (version.State, (await InForceAsync(host)).Version));
        Assert.StartsWith("Not promoted", version.Why);
    }

    [Fact]
    public async Task PutBack_AnEarlierVersion_IsInForceAndOnlyThat()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        await DecideAsync(host, 200);
        await LearnAsync(host, Supervisor);
        await LearnAsync(host, Supervisor);
        Assert.Equal(2, (await InForceAsync(host)).Version);

        Assert.IsType<PutBackOutcome.Done>(await host.Get<PutBackClassifier>().PutBackAsync(Supervisor, "service-desk", 1, CancellationToken.None));
        Assert.Equal(1, (await InForceAsync(host)).Version);
        Assert.IsType<PutBackOutcome.Done>(await host.Get<PutBackClassifier>().PutBackAsync(Supervisor, "service-desk", null, CancellationToken.None));
        Assert.Null((await InForceAsync(host)).Version);
        Assert.IsType<PutBackOutcome.NoSuchVersion>(await host.Get<PutBackClassifier>().PutBackAsync(Supervisor, "service-desk", 9, CancellationToken.None));
        Assert.Equal(2, (await EventsAsync(host)).Count(name => name == "classifier.put-back"));
    }

    [Theory]
    [InlineData(Roles.Agent)]
    [InlineData(Roles.Auditor)]
    public async Task Learn_BySomebodyWhoMayNot_IsRefusedAndAudited(string role)
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        var actor = new Actor(ActorKind.Person, "p-9", "Nia", [role]);

        Assert.IsType<RetrainOutcome.Refused>(await LearnAsync(host, actor));
        Assert.IsType<PutBackOutcome.Refused>(await host.Get<PutBackClassifier>().PutBackAsync(actor, "service-desk", null, CancellationToken.None));
        Assert.Equal(2, (await EventsAsync(host)).Count(name => name == "classifier.refused"));
    }

    [Fact]
    public async Task Sweep_EnoughNewCases_LearnsOnceAndThenWaitsForMore()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        await DecideAsync(host, 200);
        var due = host.Get<RetrainDue>();

        Assert.Equal(1, await due.SweepAsync(CancellationToken.None));
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(0, await due.SweepAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Find_DamagedWeights_FallsBackToThePacksExamples()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        await DecideAsync(host, 200);
        await LearnAsync(host, Supervisor);
        await host.Database.WriteAsync(db => db.Set<ClassifierWeights>().ExecuteUpdateAsync(row => row.SetProperty(weights => weights.Bytes, new byte[] { 1, 2, 3 })), CancellationToken.None);
        host.Get<ClassifierShelf>().Forget("service-desk");

        Assert.Equal((true, null), (await InForceAsync(host)) is var found ? (found.Classifier is not null, found.Version) : default);
    }

    private static PackPlaybooks Pack(CoreHost host) => host.Get<PlaybookShelf>().Packs.Single();

    private static Task<RetrainOutcome> LearnAsync(CoreHost host, Actor actor) => host.Get<RetrainClassifier>().LearnAsync(actor, Pack(host), CancellationToken.None);

    private static Task<Core.Preparation.Classifying.ClassifierInForce> InForceAsync(CoreHost host) => host.Get<ClassifierShelf>().FindAsync(Pack(host), CancellationToken.None);

    private static Task<List<string>> EventsAsync(CoreHost host) => host.Database.ReadAsync(db => db.Set<AuditRecord>().Select(row => row.Event).ToListAsync(), CancellationToken.None);

    private static Task DecideAsync(CoreHost host, int count) => DecidedPast.MakeAsync(host.Database, count, host.Clock.GetUtcNow());
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation.Evaluating;

/// <summary>A change of model runs its set first.</summary>
public sealed class EvaluationGateTests
{
    private static readonly Actor Admin = new(ActorKind.Person, "admin", "Ada", [Roles.Admin]);

    [Fact]
    public async Task IsOpen_ProviderThatWasNotEvaluated_IsNot()
    {
        using var host = await OpenAsync();
        var provider = await SaveAsync(host);

        Assert.False(host.Get<EvaluationGate>().IsOpen(provider));
        Assert.IsType<EvaluationStanding.Waiting>(host.Get<EvaluationGate>().StandingOf(provider));
        Assert.False(host.Get<AskModel>().IsPossible(ModelRole.Fast, "cancel"));
    }

    [Fact]
    public async Task IsOpen_RunThatWasNotWorse_IsUntilTheModelChanges()
    {
        using var host = await OpenAsync();
        var provider = await SaveAsync(host);
        await RunAsync(host, provider, right: 20, wrongWrites: 0);

        Assert.IsType<EvaluationStanding.NotWorse>(host.Get<EvaluationGate>().StandingOf(provider));
        Assert.True(host.Get<EvaluationGate>().IsOpen(provider));

        provider.CarefulModel = "another";
        Assert.False(host.Get<EvaluationGate>().IsOpen(provider));
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(16, 0)]
    public async Task IsOpen_RunThatWasWorse_IsOnlyOnAPersonsWord(int right, int wrongWrites)
    {
        using var host = await OpenAsync();
        var provider = await SaveAsync(host);
        await RunAsync(host, provider, right, wrongWrites);
        var gate = host.Get<EvaluationGate>();

        Assert.IsType<EvaluationStanding.Worse>(gate.StandingOf(provider));
        Assert.IsType<ClearSetupOutcome.ReasonMissing>(await host.Get<ClearSetup>().RunAsync(Admin, provider, " ", CancellationToken.None));
        Assert.IsType<ClearSetupOutcome.Forbidden>(await host.Get<ClearSetup>().RunAsync(PackDesk.Agent, provider, "I like it", CancellationToken.None));
        Assert.False(gate.IsOpen(provider));

        Assert.IsType<ClearSetupOutcome.Cleared>(await host.Get<ClearSetup>().RunAsync(Admin, provider, "Only for a test week", CancellationToken.None));
        Assert.True(gate.IsOpen(provider));
    }

    private static Task<CoreHost> OpenAsync() =>
        PackDesk.LoadedAsync("service-desk", services => services.Replace(ServiceDescriptor.Singleton(new ModelOptions())));

    private static async Task<ModelProvider> SaveAsync(CoreHost host)
    {
        var provider = new ModelProvider { Name = "local", Kind = ProviderKind.Compatible, BaseUrl = "https://models.example.com/v1", FastModel = "small", CarefulModel = "large", IsOn = true };
        Assert.IsType<ModelsOutcome.Kept>(await host.Get<SaveProvider>().SaveAsync(Admin, provider, isNew: true, CancellationToken.None));
        return host.Get<ModelSettings>().Current.Providers.Single();
    }

    /// <summary>The playbooks had 17 right and nothing wrong.</summary>
    private static async Task RunAsync(CoreHost host, ModelProvider provider, int right, int wrongWrites)
    {
        var setup = host.Get<EvaluationSubjects>().SetupOf(provider);
        var digest = host.Get<EvaluationShelf>().Sets.Single().Digest;
        await host.Database.WriteAsync(
            db =>
            {
                db.Add(Run("", 17, 0));
                db.Add(Run(setup, right, wrongWrites));
                db.Announce(EvaluationStore.Topic, "runs");
                return Task.CompletedTask;
            },
            CancellationToken.None);

        EvaluationRun Run(string by, int done, int wrong) => new()
        {
            Id = Ids.New(host.Clock),
            SetId = "desk",
            SetDigest = digest,
            Subject = by.Length == 0 ? "Playbook" : "local",
            Setup = by,
            StartedBy = "Ada",
            StartedAt = host.Clock.GetUtcNow(),
            State = EvaluationState.Finished,
            Total = 23,
            Done = 23,
            Right = done,
            WrongWrites = wrong,
        };
    }
}

using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Bench;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Models.Spending;

namespace OpsConsole.Tests.Fakes;

/// <summary>The core beside a stub of a model server, with one provider that is asked over real HTTP.</summary>
internal sealed class ModelDesk : IAsyncDisposable
{
    public static readonly Actor Admin = new(ActorKind.Person, "person/admin", "Ada Admin", [Roles.Admin]);

    private ModelDesk(CoreHost host, ModelStub stub)
    {
        Host = host;
        Stub = stub;
    }

    public CoreHost Host { get; }

    public ModelStub Stub { get; }

    public static async Task<ModelDesk> OpenAsync(Action<ModelProvider>? change = null)
    {
        var stub = await ModelStub.StartAsync();
        var host = new CoreHost(services => services.Replace(ServiceDescriptor.Singleton(new ModelOptions { AllowedHosts = [stub.Host] })));
        var desk = new ModelDesk(host, stub);
        await desk.AddAsync("Stub", stub.Address, change);
        return desk;
    }

    public async Task AddAsync(string name, string address, Action<ModelProvider>? change = null)
    {
        var provider = new ModelProvider
        {
            Name = name, Kind = ProviderKind.Compatible, BaseUrl = address, FastModel = "stub-fast", CarefulModel = "stub-careful", Region = "eu", InputPrice = 1_000_000, OutputPrice = 4_000_000, IsOn = true,
        };
        change?.Invoke(provider);
        Assert.IsType<ModelsOutcome.Kept>(await Host.Get<SaveProvider>().SaveAsync(Admin, provider, isNew: true, CancellationToken.None));
    }

    public Task<ModelAnswer> AskAsync(string text, Func<ModelRequest, ModelRequest>? change = null, CancellationToken cancellation = default)
    {
        var request = new ModelRequest
        {
            CaseId = Ids.New(Host.Clock), Prompt = new PromptRef("plan", 1, "digest"), Role = ModelRole.Careful, Messages = [new ChatMessage(ChatRole.User, text)], MostOutputTokens = 200, Veil = new Veil(),
        };
        return Host.Get<AskModel>().AskAsync(change?.Invoke(request) ?? request, cancellation);
    }

    public async Task LimitAsync(Action<ModelLimits> change)
    {
        var limits = new ModelLimits();
        change(limits);
        Assert.IsType<ModelsOutcome.Kept>(await Host.Get<SetModelLimits>().SetAsync(Admin, limits, CancellationToken.None));
    }

    public Task<List<ModelExchange>> ExchangesAsync() => Host.Database.ReadAsync(db => db.Set<ModelExchange>().OrderBy(row => row.Sequence).ToListAsync(), CancellationToken.None);

    public async Task<(long Tokens, long Cost)> TodayAsync()
    {
        var view = await Host.Get<ReadModels>().ReadAsync(Admin, CancellationToken.None);
        return (view!.TodayTokens, view.TodayCost);
    }

    public Task<long> UsedByCaseAsync(Guid caseId) => Host.Database.ReadAsync(
        db => db.Set<ModelUse>().Where(row => row.Scope == ModelUse.OfCase(caseId)).Select(row => row.Tokens).SingleAsync(), CancellationToken.None);

    public static JsonObject Schema() => JsonNode.Parse("""{"type":"object","properties":{"refund":{"type":"boolean"}},"required":["refund"],"additionalProperties":false}""")!.AsObject();

    public async ValueTask DisposeAsync()
    {
        await Stub.DisposeAsync();
        Host.Dispose();
    }
}

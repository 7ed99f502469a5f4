using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Models;

namespace OpsConsole.Bench;

/// <summary>A console that may ask servers on this machine, one question at a time.</summary>
internal sealed class ModelBenchDesk(params IReadOnlyList<string> hosts) : IAsyncDisposable
{
    /// <summary>Shorter than a house would set it, so that what is slow is seen to be.</summary>
    private const int FirstTokenSeconds = 3;

    public BenchCore Core { get; } = new(services => services.Replace(ServiceDescriptor.Singleton(new ModelOptions { AllowedHosts = hosts })));

    /// <summary>Puts the provider at an address in the place of the one before it.</summary>
    public Task UseAsync(string address, string model, int seconds) =>
        Core.ConnectAsync(address, model, provider => (provider.FirstTokenSeconds, provider.WholeSeconds) = (FirstTokenSeconds, seconds));

    public Task<ModelAnswer> AskAsync(JsonObject? schema = null, IReadOnlyList<AIFunctionDeclaration>? tools = null) => Core.Get<AskModel>().AskAsync(
        new ModelRequest
        {
            CaseId = Ids.New(TimeProvider.System), Prompt = new PromptRef("bench", 1, ""), Role = ModelRole.Careful, Messages = [new ChatMessage(ChatRole.User, "Refund?")],
            Schema = schema, Tools = tools ?? [], MostOutputTokens = 200, Veil = new Veil(),
        },
        CancellationToken.None);

    public ValueTask DisposeAsync() => Core.DisposeAsync();
}

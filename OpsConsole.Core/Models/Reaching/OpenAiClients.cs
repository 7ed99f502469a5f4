using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Models.Configuring;

namespace OpsConsole.Core.Models.Reaching;

/// <summary>
/// Clients of the configured providers, by the SDK of OpenAI over our own transport: under the same guard of addresses as connectors, with
/// bounded answers, without the SDK's own repetitions and time-outs, which know nothing of budgets.
/// </summary>
internal sealed class OpenAiClients(ModelSettings settings, ModelOptions options) : IChatClients, IDisposable
{
    private readonly HttpClients _guarded = new(new ConnectorOptions { AllowedHosts = options.AllowedHosts }, "Models:AllowedHosts");
    private readonly ConcurrentDictionary<string, Reached> _reached = new(StringComparer.Ordinal);

    public IReadOnlyList<ModelProvider> Providers => [.. settings.Current.Providers.Where(provider => provider.IsOn)];

    /// <summary>Why this address may not be asked at all, or null.</summary>
    public string? Refuse(Uri address) => _guarded.Refuse(address);

    public IChatClient? Find(ModelProvider provider, ModelRole role)
    {
        var key = settings.FindKey(provider.Name);
        if (provider.ModelFor(role) is not { } model || (key is null && provider.Kind != ProviderKind.Compatible))
        {
            return null;
        }

        var reached = _reached.AddOrUpdate(provider.Name, _ => Reach(provider, key), (_, known) => known.Version == provider.Version ? known : Reach(provider, key));
        var client = new ChatClient(model, new ApiKeyCredential(key ?? "none"), new OpenAIClientOptions
        {
            Endpoint = Endpoint(provider, model),
            Transport = new HttpClientPipelineTransport(reached.Client),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            UserAgentApplicationId = "OpsConsole",
        });
        return client.AsIChatClient();
    }

    public void Dispose()
    {
        foreach (var reached in _reached.Values)
        {
            reached.Client.Dispose();
        }

        _guarded.Dispose();
    }

    internal static Uri Endpoint(ModelProvider provider, string model)
    {
        var root = provider.BaseUrl.TrimEnd('/');
        return provider.Kind == ProviderKind.Azure ? new Uri($"{root}/openai/deployments/{Uri.EscapeDataString(model)}") : new Uri(root);
    }

    /// <summary>A client whose provider has changed is left to finish what it is at; nothing new is asked of it.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client owns its handlers.")]
    private Reached Reach(ModelProvider provider, string? key) => new(
        provider.Version,
        _guarded.MakeBeside(TimeSpan.FromSeconds(provider.ConnectSeconds), new ProviderHandler(provider.Kind, provider.ApiVersion, key, provider.MostAnswerBytes)));

    private sealed record Reached(int Version, HttpClient Client);
}

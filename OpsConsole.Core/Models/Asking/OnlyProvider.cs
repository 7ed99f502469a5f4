using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models.Asking;

/// <summary>One provider alone, whether or not it is switched on for the daily work.</summary>
internal sealed class OnlyProvider(ModelProvider provider, IChatClients clients) : IChatClients
{
    public IReadOnlyList<ModelProvider> Providers => [provider];

    public IChatClient? Find(ModelProvider provider, ModelRole role) => clients.Find(provider, role);
}

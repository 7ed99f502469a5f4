using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models;

/// <summary>No provider is configured: the product's default.</summary>
internal sealed class NoChatClients : IChatClients
{
    public IChatClient? Find(string provider) => null;
}

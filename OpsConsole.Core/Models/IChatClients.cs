using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models;

/// <summary>Makes the client of a configured provider; tests put a scripted one here.</summary>
public interface IChatClients
{
    /// <param name="provider">The provider's name.</param>
    /// <returns>Null when no such provider is switched on.</returns>
    IChatClient? Find(string provider);
}

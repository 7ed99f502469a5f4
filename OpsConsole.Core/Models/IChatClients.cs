using Microsoft.Extensions.AI;

namespace OpsConsole.Core.Models;

/// <summary>Who can be asked, and how; tests put a scripted one here.</summary>
public interface IChatClients
{
    /// <summary>The providers that are switched on, in the order in which they are asked.</summary>
    IReadOnlyList<ModelProvider> Providers { get; }

    /// <returns>Null when the provider serves no such role, or when its key can no longer be read.</returns>
    IChatClient? Find(ModelProvider provider, ModelRole role);
}

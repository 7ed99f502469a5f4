using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Actions;

/// <summary>Proposed, decided, executed, verified, settled.</summary>
public static class ActionsFeature
{
    public static IServiceCollection AddActionsFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(ActionsMapping.Map);
        return services;
    }
}

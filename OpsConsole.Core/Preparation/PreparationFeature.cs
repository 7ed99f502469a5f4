using Microsoft.Extensions.DependencyInjection;

namespace OpsConsole.Core.Preparation;

/// <summary>How a case gets prepared; playbooks; packs.</summary>
public static class PreparationFeature
{
    public static IServiceCollection AddPreparationFeature(this IServiceCollection services)
    {
        return services;
    }
}

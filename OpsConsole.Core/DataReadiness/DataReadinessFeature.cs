using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.DataReadiness;

/// <summary>Claims, conflicts, checks, gates.</summary>
public static class DataReadinessFeature
{
    public static IServiceCollection AddDataReadinessFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(FactMapping.Map);
        return services;
    }
}

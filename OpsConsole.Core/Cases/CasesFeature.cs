using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Cases;

/// <summary>The case, its conversation, queue and clocks.</summary>
public static class CasesFeature
{
    public static IServiceCollection AddCasesFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(CasesMapping.Map);
        return services;
    }
}

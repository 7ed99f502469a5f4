using Microsoft.Extensions.DependencyInjection;

namespace OpsConsole.Core.BusinessMap;

/// <summary>The living map.</summary>
public static class BusinessMapFeature
{
    public static IServiceCollection AddBusinessMapFeature(this IServiceCollection services)
    {
        return services;
    }
}

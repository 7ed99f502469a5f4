using Microsoft.Extensions.DependencyInjection;

namespace OpsConsole.Core.Autonomy;

/// <summary>What may run without a person; nothing, until a lease is granted.</summary>
public static class AutonomyFeature
{
    public static IServiceCollection AddAutonomyFeature(this IServiceCollection services)
    {
        services.AddSingleton<IAutonomy, NoLeases>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace OpsConsole.Core.Connectors;

/// <summary>Outside systems: operations, secrets, health, one kind of answer.</summary>
public static class ConnectorsFeature
{
    public static IServiceCollection AddConnectorsFeature(this IServiceCollection services)
    {
        return services;
    }
}

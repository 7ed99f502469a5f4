using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Connectors;

/// <summary>Outside systems: operations, secrets, health, one kind of answer.</summary>
public static class ConnectorsFeature
{
    public static IServiceCollection AddConnectorsFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(ConnectorsMapping.Map);
        services.AddSingleton<IActionTypes, ActionTypes>();
        services.AddSingleton<IConnectorDirectory, ConnectorDirectory>();
        services.AddSingleton<SandboxStore>();
        services.AddSingleton<SandboxFaults>();
        services.AddSingleton<IConnector, SandboxConnector>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Connectors.Channels;
using OpsConsole.Core.Connectors.Connecting;
using OpsConsole.Core.Connectors.OpenApi;
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
        services.TryAddSingleton(new ConnectorOptions());
        services.AddSingleton<HttpClients>();
        services.AddSingleton<SystemSecrets>();
        services.AddSingleton<CallStatistics>();
        services.AddSingleton<ConnectorDirectory>();
        services.AddSingleton<IConnectorDirectory>(provider => provider.GetRequiredService<ConnectorDirectory>());
        services.AddSingleton<SandboxStore>();
        services.AddSingleton<SandboxFaults>();
        services.AddSingleton<IConnector, SandboxConnector>();
        services.AddSingleton<SystemChange>();
        services.AddSingleton<PreviewDocument>();
        services.AddSingleton<ImportSystem>();
        services.AddSingleton<SetSecret>();
        services.AddSingleton<TestRead>();
        services.AddSingleton<ListSystems>();
        services.AddSingleton<CheckHealth>();
        services.AddSingleton<SwitchSandboxFaults>();
        services.AddSingleton<ConnectSystem>();
        services.AddSingleton<ChannelDirectory>();
        services.AddSingleton<WaysOut>();
        services.AddSingleton<ListChannels>();
        services.AddSingleton<SetUpChannels>();
        services.AddSingleton<TestChannel>();
        return services;
    }
}

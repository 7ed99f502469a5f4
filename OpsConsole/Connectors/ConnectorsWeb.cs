using OpsConsole.Core.Connectors;

namespace OpsConsole.Connectors;

/// <summary>The connector pages.</summary>
public static class ConnectorsWeb
{
    public static void AddConnectorsWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Connectors").Get<ConnectorOptions>() ?? new ConnectorOptions());
        builder.Services.AddScoped<ConnectorCommands>();
    }

    public static void MapConnectorsWeb(this WebApplication app)
    {
    }
}

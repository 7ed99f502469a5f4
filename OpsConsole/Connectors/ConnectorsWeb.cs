using Microsoft.AspNetCore.SignalR;
using OpsConsole.Core.Connectors;

namespace OpsConsole.Connectors;

/// <summary>The connector pages.</summary>
public static class ConnectorsWeb
{
    /// <summary>The longest document that can be pasted; what is typed comes as one message, and a longer one would end the person's session.</summary>
    internal const int LongestPaste = 900_000;

    public static void AddConnectorsWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Connectors").Get<ConnectorOptions>() ?? new ConnectorOptions());
        builder.Services.AddScoped<ConnectorCommands>();
        builder.Services.AddScoped<ChannelCommands>();
        builder.Services.AddHostedService<DemoChannelsAtStart>();
        builder.Services.Configure<HubOptions>(options => options.MaximumReceiveMessageSize = 4 * LongestPaste);
    }

    public static void MapConnectorsWeb(this WebApplication app)
    {
    }
}

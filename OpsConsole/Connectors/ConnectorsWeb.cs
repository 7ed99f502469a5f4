namespace OpsConsole.Connectors;

/// <summary>The connector pages.</summary>
public static class ConnectorsWeb
{
    public static void AddConnectorsWeb(this WebApplicationBuilder builder)
    {
    }

    public static void MapConnectorsWeb(this WebApplication app)
    {
    }
}

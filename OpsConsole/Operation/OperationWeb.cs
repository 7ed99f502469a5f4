namespace OpsConsole.Operation;

/// <summary>Health, telemetry, the scheduler and the system page.</summary>
public static class OperationWeb
{
    public static void AddOperationWeb(this WebApplicationBuilder builder)
    {
    }

    public static void MapOperationWeb(this WebApplication app)
    {
    }
}

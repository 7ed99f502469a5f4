namespace OpsConsole.Audit;

/// <summary>The audit page and its export.</summary>
public static class AuditWeb
{
    public static void AddAuditWeb(this WebApplicationBuilder builder)
    {
    }

    public static void MapAuditWeb(this WebApplication app)
    {
    }
}

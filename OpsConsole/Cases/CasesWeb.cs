namespace OpsConsole.Cases;

/// <summary>My work, the case page, intake by REST, form and file.</summary>
public static class CasesWeb
{
    public static void AddCasesWeb(this WebApplicationBuilder builder)
    {
    }

    public static void MapCasesWeb(this WebApplication app)
    {
    }
}

namespace OpsConsole.Preparation;

/// <summary>Packs, and the job that prepares cases.</summary>
public static class PreparationWeb
{
    public static void AddPreparationWeb(this WebApplicationBuilder builder)
    {
    }

    public static void MapPreparationWeb(this WebApplication app)
    {
    }
}

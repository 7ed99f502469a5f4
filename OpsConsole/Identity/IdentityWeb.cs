namespace OpsConsole.Identity;

/// <summary>Sign-in, setup, people, API keys and the current actor.</summary>
public static class IdentityWeb
{
    public static void AddIdentityWeb(this WebApplicationBuilder builder)
    {
    }

    public static void MapIdentityWeb(this WebApplication app)
    {
    }
}

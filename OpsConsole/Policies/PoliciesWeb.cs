namespace OpsConsole.Policies;

/// <summary>The policy pages.</summary>
public static class PoliciesWeb
{
    public static void AddPoliciesWeb(this WebApplicationBuilder builder)
    {
    }

    public static void MapPoliciesWeb(this WebApplication app)
    {
    }
}

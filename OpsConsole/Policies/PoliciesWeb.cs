using OpsConsole.Policies.Drafting;

namespace OpsConsole.Policies;

/// <summary>The policy pages.</summary>
public static class PoliciesWeb
{
    public static void AddPoliciesWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PolicyCommands>();
        builder.Services.AddScoped<PolicyDesk>();
    }

    public static void MapPoliciesWeb(this WebApplication app)
    {
    }
}

namespace OpsConsole.Actions;

/// <summary>Approvals, the door for proposals, and the jobs that carry actions out.</summary>
public static class ActionsWeb
{
    public static void AddActionsWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Approvals").Get<ApprovalOptions>() ?? new ApprovalOptions());
        builder.Services.AddScoped<ActionCommands>();
    }

    public static void MapActionsWeb(this WebApplication app)
    {
    }
}

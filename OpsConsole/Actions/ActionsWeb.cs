using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Actions;

namespace OpsConsole.Actions;

/// <summary>Approvals, the door for proposals, and the jobs that carry actions out.</summary>
public static class ActionsWeb
{
    public static void AddActionsWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Approvals").Get<ApprovalOptions>() ?? new ApprovalOptions());
        builder.Services.AddScoped<ActionCommands>();
        builder.Services.AddTransient<ActionTraces>();
        var execution = builder.Configuration.GetSection("Execution").Get<ExecutionOptions>() ?? new ExecutionOptions();
        builder.Services.Replace(ServiceDescriptor.Singleton(execution));
    }

    public static void MapActionsWeb(this WebApplication app)
    {
        app.MapProposals();
    }
}

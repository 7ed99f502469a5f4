using Microsoft.Extensions.DependencyInjection;

namespace OpsConsole.Core.Workflow;

/// <summary>Case types, stages, calendars, SLA definitions.</summary>
public static class WorkflowFeature
{
    public static IServiceCollection AddWorkflowFeature(this IServiceCollection services)
    {
        services.AddSingleton<CaseTypes>();
        services.AddSingleton<ICaseTypes>(provider => provider.GetRequiredService<CaseTypes>());
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Packs;

namespace OpsConsole.Core.Workflow;

/// <summary>Case types, stages, calendars, SLA definitions.</summary>
public static class WorkflowFeature
{
    public static IServiceCollection AddWorkflowFeature(this IServiceCollection services)
    {
        services.AddSingleton<CaseTypes>();
        services.AddSingleton<ICaseTypes>(provider => provider.GetRequiredService<CaseTypes>());
        services.AddSingleton<IPackPart, CaseTypesPart>();
        return services;
    }
}

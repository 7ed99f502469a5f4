using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Autonomy;
using OpsConsole.Core.BusinessMap;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.DataReadiness;
using OpsConsole.Core.Foundation;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Preparation;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Core;

/// <summary>The table of contents: every feature, in the order in which a newcomer should read them.</summary>
public static class CoreFeatures
{
    public static IServiceCollection AddCore(this IServiceCollection services, StorageOptions storage) => services
        .AddFoundation(storage)
        .AddIdentityFeature()
        .AddAuditFeature()
        .AddBusinessMapFeature()
        .AddConnectorsFeature()
        .AddDataReadinessFeature()
        .AddPoliciesFeature()
        .AddWorkflowFeature()
        .AddCasesFeature()
        .AddAutonomyFeature()
        .AddActionsFeature()
        .AddModelsFeature()
        .AddPreparationFeature();
}

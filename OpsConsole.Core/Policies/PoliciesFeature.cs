using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Policies;

/// <summary>Decision tables, versions, verdicts.</summary>
public static class PoliciesFeature
{
    public static IServiceCollection AddPoliciesFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(PoliciesMapping.Map);
        services.AddSingleton<PoliciesInForce>();
        services.AddSingleton<IPolicies>(provider => provider.GetRequiredService<PoliciesInForce>());
        services.AddSingleton<PublishPolicies>();
        services.AddSingleton<ReadPolicies>();
        services.AddSingleton<PolicyLedger>();
        services.AddSingleton<DraftPolicy>();
        services.AddSingleton<SubmitPolicy>();
        services.AddSingleton<ReviewPolicy>();
        services.AddSingleton<RetirePolicy>();
        services.AddSingleton<RunPolicyTests>();
        services.AddSingleton<ReadDrafts>();
        services.AddSingleton<ImportDmnPolicy>();
        services.AddSingleton<ExportPolicy>();
        services.AddSingleton<DecisionRecords>();
        services.AddSingleton<ReadDecisions>();
        services.AddSingleton<ReplayPolicy>();
        services.AddSingleton<PastPolicies>();
        services.AddSingleton<ExplainDecision>();
        services.AddSingleton<IPackPart, PoliciesPart>();
        return services;
    }
}

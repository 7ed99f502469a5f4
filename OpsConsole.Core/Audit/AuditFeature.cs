using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Audit;

/// <summary>The tamper-evident log.</summary>
public static class AuditFeature
{
    public static IServiceCollection AddAuditFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(AuditMapping.Map);
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<AuditChain>();
        services.AddSingleton<SearchAudit>();
        services.AddSingleton<VerifyAudit>();
        services.AddSingleton<IIdentityJournal, IdentityEntries>();
        return services;
    }
}

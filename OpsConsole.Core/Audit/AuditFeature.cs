using Microsoft.Extensions.DependencyInjection;

namespace OpsConsole.Core.Audit;

/// <summary>The tamper-evident log.</summary>
public static class AuditFeature
{
    public static IServiceCollection AddAuditFeature(this IServiceCollection services)
    {
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace OpsConsole.Core.Policies;

/// <summary>Decision tables, versions, verdicts.</summary>
public static class PoliciesFeature
{
    public static IServiceCollection AddPoliciesFeature(this IServiceCollection services)
    {
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace OpsConsole.Core.Identity;

/// <summary>People, roles, permissions, service identities.</summary>
public static class IdentityFeature
{
    public static IServiceCollection AddIdentityFeature(this IServiceCollection services)
    {
        return services;
    }
}

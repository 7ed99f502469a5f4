using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.BusinessMap;

/// <summary>The living map.</summary>
public static class BusinessMapFeature
{
    public static IServiceCollection AddBusinessMapFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(BusinessMapMapping.Map);
        services.AddSingleton<LivingMap>();
        services.AddSingleton<IPackPart, MapPart>();
        return services;
    }
}

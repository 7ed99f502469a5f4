using Microsoft.Extensions.DependencyInjection;

namespace OpsConsole.Core.Models;

/// <summary>The way to models: providers, budgets, what must not leave the house, and a record of what was asked and answered.</summary>
public static class ModelsFeature
{
    public static IServiceCollection AddModelsFeature(this IServiceCollection services)
    {
        services.AddSingleton<IChatClients, NoChatClients>();
        services.AddSingleton<LiveAnswers>();
        services.AddSingleton<AskModel>();
        return services;
    }
}

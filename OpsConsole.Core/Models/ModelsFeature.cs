using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Models.Asking;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Reaching;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Models.Spending;

namespace OpsConsole.Core.Models;

/// <summary>The way to models: providers, budgets, what must not leave the house, and a record of what was asked and answered.</summary>
public static class ModelsFeature
{
    public static IServiceCollection AddModelsFeature(this IServiceCollection services)
    {
        services.AddSingleton<ModelPart>(ModelsMapping.Map);
        services.TryAddSingleton(new ModelOptions());
        services.AddSingleton<ModelSettings>();
        services.AddSingleton<OpenAiClients>();
        services.AddSingleton<IChatClients>(provider => provider.GetRequiredService<OpenAiClients>());
        services.AddSingleton<ModelLedger>();
        services.AddSingleton<ExchangeVeils>();
        services.AddSingleton<AskProvider>();
        services.AddSingleton(provider => new RestingProviders(provider.GetRequiredService<AskProvider>(), provider.GetRequiredService<ModelOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LiveAnswers>();
        services.AddSingleton(provider => new AskModel(
            provider.GetRequiredService<IChatClients>(), provider.GetRequiredService<ModelSettings>(), provider.GetRequiredService<RestingProviders>(), provider.GetRequiredService<LiveAnswers>(),
            provider.GetRequiredService<IModelGate>()));
        services.AddSingleton(provider => new ReadExchanges(provider.GetRequiredService<OpsDatabase>(), provider.GetRequiredService<ExchangeVeils>()));
        services.AddSingleton<ModelChange>();
        services.AddSingleton(provider => new SaveProvider(provider.GetRequiredService<ModelChange>(), provider.GetRequiredService<OpenAiClients>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SetProviderKey>();
        services.AddSingleton<SetModelLimits>();
        services.AddSingleton<SetModelAllowance>();
        services.AddSingleton(provider => new ReadModels(provider.GetRequiredService<ModelSettings>(), provider.GetRequiredService<ModelLedger>(), provider.GetRequiredService<RestingProviders>()));
        services.AddSingleton(provider => new TestProvider(
            provider.GetRequiredService<ModelSettings>(), provider.GetRequiredService<AskProvider>(), provider.GetRequiredService<RestingProviders>(), provider.GetRequiredService<Audit.IAuditLog>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}

using OpsConsole.Core.Models;

namespace OpsConsole.Models;

/// <summary>The page of models.</summary>
public static class ModelsWeb
{
    public static void AddModelsWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Models").Get<ModelOptions>() ?? new ModelOptions());
        builder.Services.AddScoped<ModelCommands>();
    }
}

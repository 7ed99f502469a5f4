using System.Text.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Cases.Replying;

namespace OpsConsole.Cases;

/// <summary>My work, the case page, intake by REST, form and file.</summary>
public static class CasesWeb
{
    public static void AddCasesWeb(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("Intake").Get<IntakeLimits>() ?? new IntakeLimits();
        builder.Services.AddRateLimiter(limits.Configure);
        builder.Services.AddSingleton<IntakeBody>();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        builder.Services.AddOpenApi("v1", IntakeDocument.Configure);
        builder.Services.AddHostedService<ImportWorker>();
        builder.Services.AddScoped<CaseCommands>();
        builder.Services.AddScoped<CaseHold>();
        builder.Services.AddScoped<ReplyCommands>();
        builder.Services.Replace(ServiceDescriptor.Singleton(builder.Configuration.GetSection("Replies").Get<ReplyOptions>() ?? new ReplyOptions()));
    }

    public static void MapCasesWeb(this WebApplication app)
    {
        app.UseRateLimiter();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapIntake();
    }
}

using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Packs;
using OpsConsole.Identity;
using OpsConsole.Preparation.Learning;

namespace OpsConsole.Preparation;

/// <summary>Packs, and the job that prepares cases.</summary>
public static class PreparationWeb
{
    public static void AddPreparationWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Packs").Get<PackOptions>() ?? new PackOptions());
        builder.Services.AddSingleton<PackFolder>();
        builder.Services.AddSingleton(builder.Configuration.GetSection("Learning").Get<LearningOptions>() ?? new LearningOptions());
        builder.Services.AddSingleton<LearningDesk>();
        builder.Services.AddHostedService<EndAbandonedEvaluations>();
        builder.Services.AddHostedService<LoadPacksAtStart>();
        builder.Services.AddHostedService<DemoCasesAtStart>();
        builder.Services.AddHostedService<DemoHistoryAfterStart>();
    }

    public static void MapPreparationWeb(this WebApplication app)
    {
        app.MapGet($"{OpsUrls.Packs}/{{id}}/export", ExportAsync).Needs(Permissions.PacksChange).ExcludeFromDescription();
    }

    private static async Task<IResult> ExportAsync(string id, HttpContext context, ExportPack export, CancellationToken cancellation) =>
        await export.ExportAsync(context.ActorOf(), id, cancellation) switch
        {
            ExportPackOutcome.Exported exported => Results.File(exported.ToZip(), "application/zip", $"{id}.zip"),
            ExportPackOutcome.NotFound => Results.NotFound(),
            _ => Results.Forbid(),
        };
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Operation;

/// <summary>Health, telemetry, the scheduler and the system page.</summary>
public static class OperationWeb
{
    public static void AddOperationWeb(this WebApplicationBuilder builder)
    {
        builder.AddScheduling();
        builder.Services.AddSingleton<ReadWork>();
        builder.Services.AddSingleton<ReadReplyWork>();
        builder.Services.AddSingleton<BackUp>();
        builder.Services.AddHealthChecks().AddCheck<StorageIsReady>("storage").AddCheck<SchedulerIsReady>("scheduler");
        builder.Services.AddDataProtection().SetApplicationName("OpsConsole");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<StorageOptions, ILoggerFactory>((options, storage, logging) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(storage.KeysFolder), logging));
        if (TelemetryExport.EndpointOf(builder.Configuration) is { } endpoint)
        {
            builder.Services.AddHostedService(_ => new TelemetryExport(endpoint));
        }
    }

    public static void MapOperationWeb(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}

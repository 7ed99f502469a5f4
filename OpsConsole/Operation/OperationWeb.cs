using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Operation;

/// <summary>Health, telemetry, the scheduler and the system page.</summary>
public static class OperationWeb
{
    public static void AddOperationWeb(this WebApplicationBuilder builder)
    {
        builder.AddScheduling();
        builder.Services.AddDataProtection().SetApplicationName("OpsConsole");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<StorageOptions, ILoggerFactory>((options, storage, logging) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(storage.KeysFolder), logging));
    }

    public static void MapOperationWeb(this WebApplication app)
    {
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Foundation;

/// <summary>Storage, clock and change feed.</summary>
public static class FoundationFeature
{
    public static IServiceCollection AddFoundation(this IServiceCollection services, StorageOptions storage)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(storage);
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<OpsDatabase>();
        services.AddSingleton<Migrator>();
        services.AddDbContextFactory<OpsDbContext>(options => options
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = storage.DatabaseFile, Pooling = true }.ToString())
            .AddInterceptors(new SqliteSettings()));
        return services;
    }
}

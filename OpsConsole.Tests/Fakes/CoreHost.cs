using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpsConsole.Core;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Models;

namespace OpsConsole.Tests.Fakes;

/// <summary>The real core on a real database file in a folder of its own, with a clock that the test moves. Deleted when disposed.</summary>
public sealed class CoreHost : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly StorageOptions _storage;

    /// <param name="replace">Puts fakes in the place of what a test does not want to be real.</param>
    public CoreHost(Action<IServiceCollection>? replace = null)
    {
        _storage = new StorageOptions { Folder = Directory.CreateTempSubdirectory("opsconsole-").FullName };
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton(new ModelOptions { RequireEvaluation = false });
        services.AddCore(_storage);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        replace?.Invoke(services);
        _services = services.BuildServiceProvider();
        Get<Migrator>().Apply();
    }

    public ManualClock Clock { get; } = new();

    public OpsDatabase Database => Get<OpsDatabase>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_storage.Folder, recursive: true);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Core.Foundation.Storage;
using Quartz;

namespace OpsConsole.Tests.Journeys;

/// <summary>The real application on a free port of 127.0.0.1, with a demo workspace in a folder of its own that is deleted with it.</summary>
public sealed class OpsServer : IAsyncDisposable
{
    private const int MostTries = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly WebApplication _app;

    private OpsServer(WebApplication app, string folder)
    {
        _app = app;
        Folder = folder;
    }

    public string Folder { get; }

    public Uri Address => new(_app.Urls.First());

    /// <param name="replace">Puts fakes in the place of what a journey does not want to be real.</param>
    /// <param name="settings">Configuration as <c>Demo:Enabled=false</c>; comes after ours and wins.</param>
    public static async Task<OpsServer> StartAsync(Action<IServiceCollection>? replace = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("opsconsole-journey-").FullName;
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            "--environment=Production",
            "--Demo:Enabled=true",
            $"--Storage:Folder={folder}",
            "--Logging:LogLevel:Default=Warning",
            .. settings.Select(setting => $"--{setting}"),
        ];
        var app = OpsWebApplication.Create(args, replace);
        app.Services.GetRequiredService<Migrator>().Apply();
        await app.StartAsync();
        await JobsRunAsync(app.Services.GetRequiredService<ISchedulerFactory>());
        return new OpsServer(app, folder);
    }

    /// <summary>The scheduler is started once the server listens, and by a task of its own.</summary>
    private static async Task JobsRunAsync(ISchedulerFactory schedulers)
    {
        var scheduler = await schedulers.GetScheduler();
        for (var tries = 0; tries < MostTries && await scheduler.GetStatus() != SchedulerStatus.Running; tries++)
        {
            await Task.Delay(Pause);
        }
    }

    /// <summary>A client without cookies, as another program would use.</summary>
    public HttpClient NewClient()
    {
#pragma warning disable RS0030 // The connector factory makes the product's clients; this one stands for a stranger's.
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
#pragma warning restore RS0030
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        await DeleteAsync();
    }

    /// <summary>A page whose read was under way when its server stopped may make a file once more; the folder is gone when no such read is left.</summary>
    private async Task DeleteAsync()
    {
        for (var tries = 0; Directory.Exists(Folder); tries++)
        {
            SqliteConnection.ClearAllPools();
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (tries < MostTries)
            {
                await Task.Delay(Pause);
            }
        }
    }
}

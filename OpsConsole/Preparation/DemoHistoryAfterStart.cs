using OpsConsole.Core.Preparation.Demo;

namespace OpsConsole.Preparation;

/// <summary>Gives a demo workspace its past, beside the first requests rather than before them.</summary>
public sealed class DemoHistoryAfterStart(IConfiguration configuration, MakeDemoHistory history, IHostApplicationLifetime lifetime, ILogger<DemoHistoryAfterStart> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled") || !configuration.GetValue("Demo:History", configuration.GetValue("Demo:Cases", true)))
        {
            return;
        }

        if (await lifetime.HasStartedAsync(stoppingToken) && await history.MakeAsync(stoppingToken) is var made and > 0)
        {
            log.LogInformation("{Count} past decisions were made up for the demo workspace.", made);
        }
    }
}

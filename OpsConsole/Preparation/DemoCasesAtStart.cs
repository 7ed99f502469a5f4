using OpsConsole.Core.Preparation.Demo;

namespace OpsConsole.Preparation;

/// <summary>Gives a demo workspace its first cases, once the packs are in force.</summary>
public sealed class DemoCasesAtStart(IConfiguration configuration, OpenDemoCases demo, ILogger<DemoCasesAtStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetValue<bool>("Demo:Enabled") && configuration.GetValue("Demo:Cases", true) && await demo.OpenAsync(cancellationToken) is var opened and > 0)
        {
            log.LogInformation("{Count} demo cases were opened.", opened);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

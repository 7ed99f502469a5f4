using OpsConsole.Core.Identity.Inviting;

namespace OpsConsole.Identity;

/// <summary>Opens the workspace at start and prints the setup code of a new one, once, to the console and nowhere else.</summary>
public sealed class PrepareWorkspace(OpenWorkspace workspace) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await workspace.RunAsync(cancellationToken) is { } code)
        {
            await Console.Out.WriteLineAsync(
                $"""

                This workspace has no administrator yet. Open /setup within {OpenWorkspace.CodeLivesFor.TotalHours:0} hours and enter this code:

                    {code}

                It works once and is shown only here. Starting again makes a new one.

                """);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

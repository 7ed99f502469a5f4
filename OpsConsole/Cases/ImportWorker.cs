using OpsConsole.Core.Cases.Importing;
using OpsConsole.Core.Foundation.Live;

namespace OpsConsole.Cases;

/// <summary>Reads the files of cases that people hand in, one after the other; at start those that an earlier process left unread.</summary>
public sealed class ImportWorker(RunImport runImport, ChangeFeed feed, IHostApplicationLifetime lifetime, ILogger<ImportWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changes = feed.Watch("import");
        if (!await lifetime.HasStartedAsync(stoppingToken))
        {
            return;
        }

        await RunDueAsync(stoppingToken);
        await foreach (var _ in changes.ReadAllAsync(stoppingToken))
        {
            await RunDueAsync(stoppingToken);
        }
    }

    private async Task RunDueAsync(CancellationToken stopping)
    {
        foreach (var importId in await runImport.FindDueAsync(stopping))
        {
            try
            {
                await runImport.RunAsync(importId, stopping);
            }
#pragma warning disable CA1031 // Job loop: one import that cannot be read must not keep the others waiting.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                logger.LogError(failure, "The import {ImportId} could not be read; it is tried again at the next start or import.", importId);
            }
        }
    }
}

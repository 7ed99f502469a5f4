using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Packs;

namespace OpsConsole.Preparation;

/// <summary>
/// Puts packs in force before the jobs begin: those that the settings name from their folders, the others that were loaded before as they
/// were stored. A pack with faults is told to the log and leaves its former state in force; the console starts nevertheless.
/// </summary>
public sealed class LoadPacksAtStart(PackOptions options, PackFolder folder, LoadPack load, ReadPacks packs, ILogger<LoadPacksAtStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var loaded = new List<string>();
        foreach (var name in options.Load.Where(name => name.Length > 0))
        {
            if (await folder.ReadAsync(name, cancellationToken) is not { } files)
            {
                log.LogError("There is no pack {Pack} in the folder {Folder}; check the setting Packs:Load.", name, options.Folder);
                continue;
            }

            switch (await load.LoadAsync(Actor.Jobs, files, cancellationToken))
            {
                case LoadPackOutcome.Loaded:
                    loaded.Add(name);
                    break;
                case LoadPackOutcome.Faulty faulty:
                    log.LogError("The pack {Pack} has faults and was not loaded:\n{Faults}", name, string.Join('\n', faulty.Errors));
                    break;
            }
        }

        foreach (var stored in (await packs.StoredAsync(cancellationToken)).Where(pack => !loaded.Contains(pack.Id)))
        {
            var errors = await load.ActivateStoredAsync(PackFiles.FromJson(stored.Id, stored.FilesJson), cancellationToken);
            if (errors.Count > 0)
            {
                log.LogError("The stored pack {Pack} has faults in this version:\n{Faults}", stored.Id, string.Join('\n', errors));
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Preparation.Packs;

/// <summary>A loaded pack with what it declares.</summary>
public sealed record PackView(LoadedPack Pack, IReadOnlyCollection<PackEntry> Entries, IReadOnlyList<ConfigError> Errors);

/// <summary>Reads the loaded packs.</summary>
public sealed class ReadPacks(OpsDatabase database, LoadPack load)
{
    public async Task<IReadOnlyList<PackView>> AllAsync(CancellationToken cancellation) =>
        [.. (await StoredAsync(cancellation)).Select(pack =>
        {
            var reading = load.Check(PackFiles.FromJson(pack.Id, pack.FilesJson));
            return new PackView(pack, reading.Entries, reading.Errors);
        })];

    public async Task<IReadOnlyList<LoadedPack>> StoredAsync(CancellationToken cancellation) => await database.ReadAsync(
        db => db.Set<LoadedPack>().OrderBy(pack => pack.Id).ToListAsync(cancellation), cancellation);
}

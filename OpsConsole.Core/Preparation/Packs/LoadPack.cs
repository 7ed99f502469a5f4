using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Preparation.Packs;

/// <summary>How the loading of a pack ended.</summary>
public abstract record LoadPackOutcome
{
    private LoadPackOutcome()
    {
    }

    /// <summary>It is in force.</summary>
    public sealed record Loaded(PackHeader Header, IReadOnlyCollection<PackEntry> Entries) : LoadPackOutcome;

    /// <summary>It has faults, all of them told; nothing was changed.</summary>
    public sealed record Faulty(IReadOnlyList<ConfigError> Errors) : LoadPackOutcome;

    public sealed record Refused(NotAllowed Why) : LoadPackOutcome;
}

/// <summary>Reads a pack as a whole, and puts it in force only when no part of it has a fault.</summary>
public sealed class LoadPack(IEnumerable<IPackPart> parts, OpsDatabase database, IAuditLog audit, TimeProvider clock) : IDisposable
{
    private readonly IPackPart[] _parts = [.. parts];
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Checks, stores, audits and activates. <see cref="Actor.Jobs"/> loads what the operator's settings name.</summary>
    public async Task<LoadPackOutcome> LoadAsync(Actor actor, PackFiles files, CancellationToken cancellation)
    {
        if (actor != Actor.Jobs && !actor.May(Permissions.PacksChange))
        {
            await audit.AppendAsync(Entry(actor, "pack.refused", files, "refused", []), cancellation);
            return new LoadPackOutcome.Refused(new NotAllowed(Permissions.PacksChange));
        }

        await _one.WaitAsync(cancellation);
        try
        {
            PackLoader loader = actor == Actor.Jobs ? new PackLoader.Settings() : new PackLoader.Person(actor.Id, actor.Name, actor.RoleNames);
            var (header, activate, reading) = Read(files, loader);
            if (header is null || reading.Errors.Count > 0)
            {
                var errors = reading.Errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ToList();
                await audit.AppendAsync(Entry(actor, "pack.faulty", files, "refused", new() { ["faults"] = errors.Count }), cancellation);
                return new LoadPackOutcome.Faulty(errors);
            }

            await StoreAsync(actor, header, files, cancellation);
            await ActivateAsync(activate, cancellation);
            return new LoadPackOutcome.Loaded(header, reading.Entries);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Puts stored packs back in force after a start; a pack that this version finds faulty stays out, and its faults are the answer.</summary>
    public async Task<IReadOnlyList<ConfigError>> ActivateStoredAsync(PackFiles files, CancellationToken cancellation)
    {
        var (header, activate, reading) = Read(files, new PackLoader.Restart());
        if (header is not null && reading.Errors.Count == 0)
        {
            await ActivateAsync(activate, cancellation);
        }

        return reading.Errors;
    }

    /// <summary>What a pack declares and what is wrong with it, without changing anything.</summary>
    public PackReading Check(PackFiles files) => Read(files, new PackLoader.Restart()).Reading;

    public void Dispose() => _one.Dispose();

    private (PackHeader? Header, List<Func<CancellationToken, Task>> Activate, PackReading Reading) Read(PackFiles files, PackLoader loader)
    {
        var reading = new PackReading(files, loader);
        var header = PackHeader.Read(reading);
        var activate = _parts.Select(part => part.Read(reading)).ToList();
        reading.CheckReferences(name => _parts.Any(part => part.Knows(name)));
        return (header, activate, reading);
    }

    private Task StoreAsync(Actor actor, PackHeader header, PackFiles files, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var row = await db.Set<LoadedPack>().AsTracking().SingleOrDefaultAsync(pack => pack.Id == files.Id, cancellation);
            if (row?.Digest == files.Digest)
            {
                return;
            }

            if (row is not null)
            {
                db.Remove(row);
                await db.SaveChangesAsync(cancellation);
            }

            db.Add(new LoadedPack
            {
                Id = header.Id,
                Name = header.Name,
                Version = header.Version,
                Description = header.Description,
                SystemsJson = JsonSerializer.Serialize(header.Systems),
                FilesJson = CanonicalJson.Write(files.ToJson()),
                Digest = files.Digest,
                LoadedAt = clock.GetUtcNow(),
                LoadedBy = actor.Name,
            });
            db.Announce("pack", header.Id);
            await audit.AppendAsync(
                db, Entry(actor, "pack.loaded", files, "ok", new() { ["version"] = header.Version, ["was"] = row?.Digest }), cancellation);
        },
        cancellation);

    private static async Task ActivateAsync(IEnumerable<Func<CancellationToken, Task>> activate, CancellationToken cancellation)
    {
        foreach (var step in activate)
        {
            await step(cancellation);
        }
    }

    private static AuditEntry Entry(Actor actor, string name, PackFiles files, string outcome, JsonObject details)
    {
        details["digest"] = files.Digest;
        return new AuditEntry(actor, name, $"pack/{files.Id}", outcome, details);
    }
}

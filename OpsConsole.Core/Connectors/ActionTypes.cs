using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Connectors;

/// <summary>Keeps every version of every action type in memory, read from storage at the first question and added to by <see cref="SaveAsync"/>.</summary>
public sealed class ActionTypes(OpsDatabase database, TimeProvider clock) : IActionTypes
{
    private readonly Lock _loading = new();
    private ImmutableDictionary<string, ImmutableArray<ActionType>>? _versions;

    public IReadOnlyList<ActionType> All => [.. Versions.Values.Select(versions => versions[^1]).OrderBy(type => type.Id, StringComparer.Ordinal)];

    private ImmutableDictionary<string, ImmutableArray<ActionType>> Versions => Volatile.Read(ref _versions) ?? Load();

    public ActionType? Find(string id) => Versions.TryGetValue(id, out var versions) ? versions[^1] : null;

    public ActionType? Find(string id, int version) =>
        Versions.TryGetValue(id, out var versions) ? versions.FirstOrDefault(type => type.Version == version) : null;

    public async Task<ActionType> SaveAsync(ActionType type, CancellationToken cancellation)
    {
        var definition = ActionTypeJson.Write(type);
        var stored = await database.WriteAsync(
            async db =>
            {
                var newest = await db.Set<ActionTypeRow>().Where(row => row.Id == type.Id).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellation);
                if (newest?.DefinitionJson == definition)
                {
                    return newest;
                }

                var added = new ActionTypeRow
                {
                    Id = type.Id,
                    Version = (newest?.Version ?? 0) + 1,
                    System = type.System,
                    DefinitionJson = definition,
                    Source = type.Source,
                    SavedAt = clock.GetUtcNow(),
                };
                db.Add(added);
                db.Announce("connector", type.System);
                return added;
            },
            cancellation);
        return Remember(ActionTypeJson.Read(stored));
    }

    private ActionType Remember(ActionType type)
    {
        lock (_loading)
        {
            var known = Versions.TryGetValue(type.Id, out var versions) ? versions : [];
            if (known.FirstOrDefault(version => version.Version == type.Version) is { } same)
            {
                return same;
            }

            var all = known.Add(type).Sort((left, right) => left.Version.CompareTo(right.Version));
            Volatile.Write(ref _versions, Versions.SetItem(type.Id, all));
            return type;
        }
    }

    /// <summary>Waits for the read: the questions are synchronous because all but the first are answered from memory.</summary>
    private ImmutableDictionary<string, ImmutableArray<ActionType>> Load()
    {
        lock (_loading)
        {
            if (_versions is { } loaded)
            {
                return loaded;
            }

            var rows = database.ReadAsync(db => Task.FromResult(db.Set<ActionTypeRow>().ToList()), CancellationToken.None).GetAwaiter().GetResult();
            var versions = rows.GroupBy(row => row.Id, StringComparer.Ordinal).ToImmutableDictionary(
                group => group.Key,
                group => group.OrderBy(row => row.Version).Select(ActionTypeJson.Read).ToImmutableArray(),
                StringComparer.Ordinal);
            Volatile.Write(ref _versions, versions);
            return versions;
        }
    }
}

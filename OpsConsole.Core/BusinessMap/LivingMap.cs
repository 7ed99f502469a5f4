using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.BusinessMap;

/// <summary>The map as it stands now, from all packs. Reading is from memory.</summary>
public sealed class LivingMap
{
    private ImmutableSortedDictionary<string, PackMap> _packs = ImmutableSortedDictionary.Create<string, PackMap>(StringComparer.Ordinal);

    public IReadOnlyList<PackMap> Packs => [.. _packs.Values];

    /// <summary>Changes whenever any declaration does.</summary>
    public string Version => CanonicalJson.Digest(new JsonArray([.. _packs.Values.Select(pack => JsonValue.Create(pack.Digest))]));

    public PackMap Of(string pack) => _packs.GetValueOrDefault(pack, PackMap.Empty);

    internal void Replace(PackMap map) => ImmutableInterlocked.Update(ref _packs, packs => packs.SetItem(map.Pack, map));
}

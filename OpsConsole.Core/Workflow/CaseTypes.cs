using System.Collections.Immutable;

namespace OpsConsole.Core.Workflow;

/// <summary>Holds what the packs declare; replaced as a whole when a pack is loaded.</summary>
public sealed class CaseTypes : ICaseTypes
{
    private ImmutableDictionary<string, CaseType> _types = ImmutableDictionary<string, CaseType>.Empty.WithComparers(StringComparer.Ordinal);

    public IReadOnlyList<CaseType> All => [.. _types.Values.OrderBy(type => type.Name, StringComparer.Ordinal)];

    public CaseType? Find(string id) => _types.GetValueOrDefault(id);

    /// <summary>Puts the types of one pack in the place of those that it had before.</summary>
    public void Replace(string pack, IEnumerable<CaseType> types)
    {
        var added = types.ToDictionary(type => type.Id, StringComparer.Ordinal);
        ImmutableInterlocked.Update(ref _types, known => known.RemoveRange(known.Values.Where(type => type.Pack == pack).Select(type => type.Id)).SetItems(added));
    }
}

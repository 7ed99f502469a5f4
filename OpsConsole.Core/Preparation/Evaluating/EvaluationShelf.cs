using System.Collections.Immutable;

namespace OpsConsole.Core.Preparation.Evaluating;

/// <summary>The evaluation sets of all packs in force.</summary>
public sealed class EvaluationShelf
{
    private ImmutableSortedDictionary<string, IReadOnlyList<EvaluationSet>> _packs =
        ImmutableSortedDictionary.Create<string, IReadOnlyList<EvaluationSet>>(StringComparer.Ordinal);

    public IReadOnlyList<EvaluationSet> Sets => [.. _packs.Values.SelectMany(sets => sets)];

    public EvaluationSet? Find(string id) => Sets.FirstOrDefault(set => set.Id == id);

    internal void Replace(string pack, IReadOnlyList<EvaluationSet> sets) =>
        ImmutableInterlocked.Update(ref _packs, packs => packs.SetItem(pack, sets));
}

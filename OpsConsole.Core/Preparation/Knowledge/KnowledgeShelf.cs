using System.Collections.Immutable;
using OpsConsole.Core.Preparation.Understanding;

namespace OpsConsole.Core.Preparation.Knowledge;

/// <summary>
/// The articles of all packs in force, and the search in them: Okapi BM25 over stems (Robertson and Zaragoza, The Probabilistic Relevance
/// Framework, 2009), with their usual k1 and b. A title counts as often as the text.
/// </summary>
public sealed class KnowledgeShelf
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private ImmutableDictionary<string, Index> _packs = ImmutableDictionary.Create<string, Index>(StringComparer.Ordinal);

    /// <summary>The passages of a pack that have most to do with a text, best first; none that shares no telling word with it.</summary>
    /// <param name="caseType">Null while it is not known; then only articles for all types are looked at.</param>
    public IReadOnlyList<KnowledgePassage> Find(string pack, string? caseType, string text, int most) => _packs.TryGetValue(pack, out var index)
        ? [.. index.Score(text).Where(hit => hit.Passage.CaseTypes.Count == 0 || (caseType is not null && hit.Passage.CaseTypes.Contains(caseType)))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Passage.Article, StringComparer.Ordinal).ThenBy(hit => hit.Passage.Number).Take(most).Select(hit => hit.Passage)]
        : [];

    internal void Replace(string pack, IReadOnlyList<KnowledgePassage> passages) =>
        ImmutableInterlocked.Update(ref _packs, packs => packs.SetItem(pack, Index.Of(passages)));

    private sealed record Entry(KnowledgePassage Passage, Dictionary<string, int> Counts, int Length);

    private sealed record Index(IReadOnlyList<Entry> Entries, Dictionary<string, double> Rarity, double Average)
    {
        public static Index Of(IReadOnlyList<KnowledgePassage> passages)
        {
            List<Entry> entries = [.. passages.Select(passage =>
            {
                var stems = Words.Stems($"{passage.Title}\n{passage.Text}");
                return new Entry(passage, stems.CountBy(stem => stem, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), stems.Count);
            })];
            var rarity = entries.SelectMany(entry => entry.Counts.Keys).CountBy(stem => stem, StringComparer.Ordinal)
                .ToDictionary(pair => pair.Key, pair => Math.Log(1 + ((entries.Count - pair.Value + 0.5) / (pair.Value + 0.5))), StringComparer.Ordinal);
            return new Index(entries, rarity, entries.Count == 0 ? 1 : entries.Average(entry => entry.Length));
        }

        public IEnumerable<(KnowledgePassage Passage, double Score)> Score(string text)
        {
            var asked = Words.Stems(text).Where(stem => stem.Length > 2 && !Vocabulary.Harmless.Contains(stem)).Distinct(StringComparer.Ordinal).ToList();
            return Entries.Select(entry => (entry.Passage, asked.Sum(stem => Weight(entry, stem)))).Where(hit => hit.Item2 > 0);
        }

        private double Weight(Entry entry, string stem) => entry.Counts.TryGetValue(stem, out var count)
            ? Rarity[stem] * count * (K1 + 1) / (count + (K1 * (1 - B + (B * entry.Length / Average))))
            : 0;
    }
}

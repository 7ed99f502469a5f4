using System.Collections.Immutable;
using OpsConsole.Core.Preparation.Classifying;

namespace OpsConsole.Core.Preparation.Playbooks;

/// <summary>What one pack brings for preparing cases.</summary>
/// <param name="Customer">The entity that a case is about.</param>
/// <param name="MixedType">The case type of a message with several different wishes.</param>
/// <param name="OtherType">The case type of a message that no playbook answers.</param>
public sealed record PackPlaybooks(
    string Pack, string Customer, string MixedType, string OtherType, string Greeting, string Closing, IReadOnlyList<Playbook> Playbooks, IReadOnlyList<Example> Examples)
{
    /// <summary>How the house speaks to customers, in words; a model that drafts a reply is told. Empty when the pack does not say.</summary>
    public string Tone { get; init; } = "";

    /// <summary>All that a case of it can be.</summary>
    public IReadOnlySet<string> CaseTypes { get; } =
        Playbooks.Select(playbook => playbook.CaseType).Append(MixedType).Append(OtherType).Concat(Examples.SelectMany(example => example.Types)).ToHashSet(StringComparer.Ordinal);
}

/// <summary>The playbooks of all packs in force; replaced as a whole when a pack is loaded.</summary>
public sealed class PlaybookShelf
{
    private ImmutableSortedDictionary<string, PackPlaybooks> _packs = ImmutableSortedDictionary.Create<string, PackPlaybooks>(StringComparer.Ordinal);

    public IReadOnlyList<PackPlaybooks> Packs => [.. _packs.Values];

    internal void Replace(PackPlaybooks playbooks) => ImmutableInterlocked.Update(ref _packs, packs => packs.SetItem(playbooks.Pack, playbooks));
}

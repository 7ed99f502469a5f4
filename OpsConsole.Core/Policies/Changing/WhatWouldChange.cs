using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Changing;

/// <summary>
/// The smallest changes of inputs that would flip a verdict. Candidates come from the cells, which cut the values of each input into regions;
/// each is verified by judging anew. One change is tried before two, and two only for what no single one reaches.
/// </summary>
public static class WhatWouldChange
{
    private const int Most = 6;
    private const int MostOfAKind = 3;

    /// <summary>At most six, the smallest first.</summary>
    public static IReadOnlyList<VerdictFlip> Find(PolicySet policies, string actionType, JsonObject input)
    {
        var governing = GoverningTables.Of(policies, actionType, input);
        var members = FeelMembers.Of(input);
        if (policies.IsEmpty || governing.Policies.Unreadable.Count > 0 || governing.Tables.Any(table => table.Hides(members)))
        {
            return [];
        }

        var values = governing.Read(members);
        var now = Outcome.Of(PolicyEngine.Demand(governing, values, members));
        var inputs = ChangeableInput.Of(governing, values);
        var trial = new ChangeTrial(governing, members);
        List<FoundFlip> found = [.. SingleChanges.Find(inputs, trial, now)];
        var reached = found.Select(flip => flip.Outcome).ToHashSet();
        found.AddRange(PairedChanges.Find(inputs, trial, outcome => outcome.IsWorthTelling(now) && !reached.Contains(outcome)));
        return [.. Choose(found).Select(flip => flip.Tell())];
    }

    /// <summary>The smallest of each outcome by turns, so that one way of changing does not crowd out another outcome; then all by size.</summary>
    private static IEnumerable<FoundFlip> Choose(List<FoundFlip> found) => found
        .GroupBy(flip => flip.Outcome)
        .SelectMany(group => group.OrderBy(flip => flip.Changes.Count).ThenBy(flip => flip.Size).Take(MostOfAKind).Select((flip, turn) => (flip, turn)))
        .OrderBy(entry => entry.turn).ThenBy(entry => entry.flip.Size).Take(Most).Select(entry => entry.flip)
        .OrderBy(flip => flip.Changes.Count).ThenBy(flip => flip.Size).ThenBy(flip => flip.Outcome.Verdict);
}

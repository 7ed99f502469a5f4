using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Core.Preparation.Planning;

/// <summary>One action that a playbook recommends.</summary>
/// <param name="Subject">The record that it is about.</param>
/// <param name="Slots">What was understood of the request.</param>
/// <param name="Provenance">For each parameter <c>{"from": …, "phrase": …}</c>.</param>
public sealed record PlannedAction(
    Playbook Playbook, PlaybookSituation Situation, GatheredRecord Subject, JsonObject Slots, JsonObject SlotSources, JsonObject Parameters, JsonObject Provenance)
{
    /// <summary>The place in the plan's list of the action that must be verified first.</summary>
    public int? DependsOn { get; init; }

    public ActionDraft ToDraft() => new(Situation.ActionType, (JsonObject)Parameters.DeepClone(), (JsonObject)Provenance.DeepClone(), DependsOn);
}

/// <summary>What the playbooks make of a case.</summary>
/// <param name="Missing">What must be asked or looked at before more can be proposed; a sentence each.</param>
/// <param name="Wants">What the customer wants, in the trade's words.</param>
public sealed record Plan(IReadOnlyList<PlannedAction> Actions, IReadOnlyList<string> Missing, IReadOnlyList<string> Wants);

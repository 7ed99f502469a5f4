using System.Text.Json.Nodes;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>What a playbook, a model, another program or a person puts forward. It grants nothing.</summary>
/// <param name="Provenance">For each parameter where it comes from: <c>{"from": "fact:3", "phrase": "…"}</c>.</param>
/// <param name="DependsOn">The index, in the same list of drafts, of the action that must be verified first.</param>
public sealed record ActionDraft(string ActionType, JsonObject Parameters, JsonObject Provenance, int? DependsOn = null);

using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OpsConsole.Core.Actions.Proposing;

namespace OpsConsole.Actions;

/// <summary>
/// What a program puts forward for a case:
/// <c>{"actions": [{"action_type": "sandbox.cancel_order", "parameters": {"order_id": "W-23187", "reason": "…"}, "provenance": {}, "depends_on": null}]}</c>.
/// </summary>
public sealed record ProposalRequest
{
    public IReadOnlyList<ProposedDraft>? Actions { get; init; }

    /// <summary>Whether earlier proposals of the same program that nobody has decided are withdrawn.</summary>
    public bool Replace { get; init; }
}

/// <summary>One draft of a <see cref="ProposalRequest"/>.</summary>
public sealed record ProposedDraft
{
    [JsonPropertyName("action_type")]
    public string? ActionType { get; init; }

    public JsonObject? Parameters { get; init; }

    public JsonObject? Provenance { get; init; }

    /// <summary>The place, from 0, of an earlier action of the list that must be verified first.</summary>
    [JsonPropertyName("depends_on")]
    public int? DependsOn { get; init; }

    public ActionDraft ToDraft() => new(ActionType ?? "", Parameters ?? [], Provenance ?? [], DependsOn);
}

using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Json;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>
/// What a decision is bound to: the act with all its parameters and where they come from, for whom it was proposed and by whom, after what, the versions of the
/// records it changes, the facts it relies on, and the exact policies that judged it. Two contracts are the same if their digests are.
/// </summary>
public sealed record Contract(JsonObject Terms)
{
    /// <summary>The business map has no versions yet; a map will raise it and so void what was decided without one.</summary>
    private const int MapVersion = 0;

    public string Digest { get; } = CanonicalJson.Digest(Terms);

    /// <summary>The contract as the row's own columns state it, so that a column changed behind our back shows.</summary>
    public static Contract Of(ProposedAction action) => new(new JsonObject
    {
        ["case"] = action.CaseId.ToString(),
        ["action"] = action.Id.ToString(),
        ["action_type"] = action.ActionTypeId,
        ["action_type_version"] = action.ActionTypeVersion,
        ["proposed_by"] = action.ProposedBy,
        ["edited_by"] = action.EditedBy,
        ["after"] = action.DependsOn?.ToString(),
        ["undoes"] = action.Undoes?.ToString(),
        ["parameters"] = JsonNode.Parse(action.ParametersJson),
        ["provenance"] = JsonNode.Parse(action.ProvenanceJson),
        ["targets"] = JsonNode.Parse(action.TargetsJson),
        ["material"] = JsonNode.Parse(action.MaterialJson),
        ["amount"] = action.Amount,
        ["currency"] = action.Currency,
        ["policies"] = ActionJson.ReadVerdict(action.VerdictJson).PolicyDigest,
        ["map_version"] = MapVersion,
    });
}

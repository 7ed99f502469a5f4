using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>An action that a model would propose; its form was checked, its truth was not.</summary>
/// <param name="Claims">Where it says that each parameter comes from; the door checks that.</param>
/// <param name="Because">Its own words.</param>
public sealed record ModelAction(string ActionType, string Title, JsonObject Parameters, JsonObject Claims, string Because)
{
    public ActionDraft ToDraft() => new(ActionType, (JsonObject)Parameters.DeepClone(), (JsonObject)Claims.DeepClone());
}

/// <summary>What a model makes of a case.</summary>
/// <param name="Refused">What of it could not be an action, a sentence each.</param>
public sealed record ModelPlan(IReadOnlyList<ModelAction> Actions, IReadOnlyList<string> Questions, IReadOnlyList<string> Refused);

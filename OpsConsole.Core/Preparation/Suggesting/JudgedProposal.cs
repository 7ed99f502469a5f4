using System.Text.Json.Nodes;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>A proposal that people decided on, with what was judged.</summary>
/// <param name="Reason">Why it was rejected; null when it was approved as it stood.</param>
internal sealed record JudgedProposal(DecisionRecord Record, string? Reason, JsonObject Input, DecisionFields Fields)
{
    /// <summary>Null when nobody decided on it. Putting its parameters right says as much as rejecting it for a wrong amount.</summary>
    public static JudgedProposal? Of(DecisionRecord record, JsonObject? input) => input is null ? null : record.Fate switch
    {
        DecisionFate.Approved or DecisionFate.Authorized => new JudgedProposal(record, null, input, DecisionFields.Of(input)),
        DecisionFate.Rejected => new JudgedProposal(record, record.ReasonCode ?? RejectionReason.Other, input, DecisionFields.Of(input)),
        DecisionFate.Edited => new JudgedProposal(record, RejectionReason.WrongAmount, input, DecisionFields.Of(input)),
        _ => null,
    };
}

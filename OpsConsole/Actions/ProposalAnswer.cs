using System.Text.Json.Serialization;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Proposing;

namespace OpsConsole.Actions;

/// <summary>What became of each draft, in the order given.</summary>
public sealed record ProposalAnswer(IReadOnlyList<DraftAnswer> Actions)
{
    public static ProposalAnswer Of(ProposeOutcome.Proposed proposed) => new([.. proposed.Drafts.Select(draft => draft switch
    {
        DraftOutcome.Stored stored => new DraftAnswer(stored.Id, stored.Number, ActionJson.NameOf(stored.State), ActionJson.NameOf(stored.Verdict.Verdict), stored.Verdict.Reason),
        DraftOutcome.Refused refused => new DraftAnswer(null, null, "refused", null, ActionRefusalText.Of(refused.Refusal)),
        _ => throw new InvalidOperationException("DraftOutcome is a closed family."),
    })]);
}

/// <param name="State"><c>awaiting-approval</c>, <c>denied</c>, or <c>refused</c> when it could not become an action.</param>
/// <param name="Reason">The sentence of the rule that decides, or what was wrong.</param>
public sealed record DraftAnswer(
    [property: JsonPropertyName("id")] Guid? Id,
    [property: JsonPropertyName("number")] int? Number,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("verdict")] string? Verdict,
    [property: JsonPropertyName("reason")] string Reason);

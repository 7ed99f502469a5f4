using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies;

/// <summary>A refusal as one plain sentence, for the log and for programs; screens have their own words.</summary>
public static class PolicyRefusalText
{
    public static string Of(PolicyRefusal refusal) => refusal switch
    {
        PolicyRefusal.Forbidden forbidden => $"The permission {forbidden.Missing.Permission} is lacking.",
        PolicyRefusal.NoSuchPolicy none => $"There is no such version of the policy {none.PolicyId}.",
        PolicyRefusal.NoSuchDraft => "There is no such draft.",
        PolicyRefusal.WrongState wrong => wrong.State switch
        {
            DraftState.Working => "The draft is still being written.",
            DraftState.InReview => "The draft is in review.",
            DraftState.Published => "The draft was published already.",
            DraftState.Discarded => "The draft was discarded.",
        },
        PolicyRefusal.Stale stale => $"{stale.Stored.EditedByName} saved another text in the meantime.",
        PolicyRefusal.OtherText => "Another text is in review than the one that was shown.",
        PolicyRefusal.IdTaken taken => $"There is a policy {taken.PolicyId} already.",
        PolicyRefusal.IdFixed kept => $"The policy is called {kept.PolicyId} and keeps that id.",
        PolicyRefusal.TooLarge large => $"The document has {large.Characters} characters; {large.Most} is the most.",
        PolicyRefusal.BaseMoved moved => moved.BasedOn == 0
            ? $"Version {moved.Newest} was published in the meantime, and the draft does not know it."
            : $"The draft changes version {moved.BasedOn}, but version {moved.Newest} has been published since.",
        PolicyRefusal.Unchanged same => $"It says nothing else than version {same.Version}.",
        PolicyRefusal.Faulty faulty => string.Join(" ", faulty.Faults.Take(5).Select(fault => PolicyFaultText.Of(faulty.Document, fault))),
        PolicyRefusal.NoTests => "It has no test.",
        PolicyRefusal.TestsFail failing => $"{failing.Failed.Count} of its tests fail: {failing.Failed[0].Test.Name}. {failing.Failed[0].Problem}",
        PolicyRefusal.OwnWork => "A second person must do that: somebody who neither wrote nor asked.",
        PolicyRefusal.CommentMissing => "It needs a reason in words.",
        PolicyRefusal.RetirementStands stands => stands.State == RetirementState.Asked ? "Somebody has asked to retire it already." : "It has been decided already.",
        PolicyRefusal.NothingToConfirm => "Nobody has asked to retire it, or a later version has been published since.",
        PolicyRefusal.LeavesUncovered leaves => $"No other policy would govern {string.Join(", ", leaves.ActionTypes)}.",
        PolicyRefusal.Unimportable unimportable => string.Join(" ", unimportable.Problems),
        _ => throw new InvalidOperationException("PolicyRefusal is a closed family."),
    };
}

using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Policies;

/// <summary>Refusals about policies in words.</summary>
public static class PolicyErrorText
{
    public static ErrorText Of(PolicyRefusal refusal) => refusal switch
    {
        PolicyRefusal.Forbidden forbidden => ErrorText.Of(forbidden.Missing),
        PolicyRefusal.NoSuchPolicy => new("No such policy", "There is no such version; it may have been another address.", "Go back to the list."),
        PolicyRefusal.NoSuchDraft => new("No such draft", "It is not there any more.", "Go back to the list."),
        PolicyRefusal.WrongState => new("It has moved on", PolicyRefusalText.Of(refusal), "Look at it as it is now."),
        PolicyRefusal.Stale stale => new("Somebody else saved", $"{stale.Stored.EditedByName} saved another text in the meantime; yours is still here and was not stored.", "Compare the two, or keep yours as a draft of its own."),
        PolicyRefusal.OtherText => new("It changed while you looked", "What you saw is not the text that is in review now, so nothing was published.", "Look at the text that is there now."),
        PolicyRefusal.IdTaken taken => new("The id is taken", $"There is a policy “{taken.PolicyId}” already.", "Choose another id, or begin a draft of that policy."),
        PolicyRefusal.IdFixed kept => new("The id stays", $"A policy keeps its id through all versions; this one is “{kept.PolicyId}”.", "For another id, begin a new policy."),
        PolicyRefusal.TooLarge => new("It is too large", PolicyRefusalText.Of(refusal), "Split it into several policies."),
        PolicyRefusal.BaseMoved => new("A newer version is there", PolicyRefusalText.Of(refusal), "Take the newer version over, then submit again."),
        PolicyRefusal.Unchanged => new("Nothing is different", PolicyRefusalText.Of(refusal), null),
        PolicyRefusal.Faulty faulty => new("It has faults", faulty.Faults.Count == 1 ? PolicyRefusalText.Of(refusal) : $"{faulty.Faults.Count} parts cannot be read; each is marked where it stands.", "Put them right first."),
        PolicyRefusal.NoTests => new("It has no test", "A policy is published with at least one example of what it must decide.", "Add a test, or make one of a past decision."),
        PolicyRefusal.TestsFail failing => new("Its tests fail", $"{failing.Failed.Count} of its tests do not get what they expect: {string.Join(", ", failing.Failed.Take(3).Select(result => result.Test.Name))}.", "Put the rules or the tests right."),
        PolicyRefusal.OwnWork => new("Someone else decides", "Whoever wrote or asked for it does not put it in force.", "It waits for a second person."),
        PolicyRefusal.CommentMissing => new("A reason is missing", "Say in a few words why; the others read it.", null),
        PolicyRefusal.RetirementStands stands => new(stands.State == RetirementState.Asked ? "Already asked for" : "Already decided", PolicyRefusalText.Of(refusal), null),
        PolicyRefusal.NothingToConfirm => new("Nothing to confirm", PolicyRefusalText.Of(refusal), "Look at the policy as it is now."),
        PolicyRefusal.LeavesUncovered leaves => new("Nothing else governs them", $"Without this policy no other governs {string.Join(", ", leaves.ActionTypes)}; a supervisor would decide each one.", "Confirm that this is meant."),
        PolicyRefusal.Unimportable unimportable => new("It cannot be imported", string.Join(" ", unimportable.Problems.Take(5)), "Nothing was saved."),
        _ => throw new InvalidOperationException("PolicyRefusal is a closed family."),
    };
}

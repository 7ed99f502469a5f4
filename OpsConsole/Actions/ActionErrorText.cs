using OpsConsole.Controls;
using OpsConsole.Core.Actions;

namespace OpsConsole.Actions;

/// <summary>Refusals about actions in words.</summary>
public static class ActionErrorText
{
    public static ErrorText Of(ActionRefusal refusal) => refusal switch
    {
        ActionRefusal.Forbidden forbidden => ErrorText.Of(forbidden.Missing),
        ActionRefusal.NoSuchCase => new("No such case", "It may have been removed, or the address is wrong.", "Go back to your queue."),
        ActionRefusal.CaseClosed => new("The case is resolved", "Nothing can be decided on a resolved case.", "Reopen it first."),
        ActionRefusal.NoSuchAction => new("No such action", "It is not there any more.", "Look at the case again."),
        ActionRefusal.WrongState wrong => new("It has moved on", $"It is {StatusLook.Of(wrong.State).Word.ToLowerInvariant()} now; your decision was not used.", "Nothing runs twice."),
        ActionRefusal.Stale => new("It changed while you looked", "Your decision was for an earlier version and was not used.", "Look at what is shown now and decide again."),
        ActionRefusal.Lapsed => new("The time to decide is over", "An approval that comes too late blocks rather than runs.", "Edit it, or have it proposed again."),
        ActionRefusal.NeedsRole needs => new("Not yours to decide", $"A {Phrase.Role(needs.Role).ToLowerInvariant()} decides this.", "It waits in their approvals."),
        ActionRefusal.OwnProposal own => new("Someone else approves", $"You proposed or edited it, and {own.Rule} asks for a second person.", "It waits in their approvals."),
        ActionRefusal.AlreadyApproved already => new("You have approved it", $"You have approved it; {already.Given} of {already.Needed} approvals are given.", "Another person decides too."),
        ActionRefusal.AttachmentsMissing missing => new("Something is to be handed in", $"The rule asks for {string.Join(", ", missing.Names)} with the approval.", "Approve it one by one, from its case, and give what is asked for."),
        ActionRefusal.ReasonMissing => new("A reason is missing", "Choose a reason; “other” needs words.", null),
        ActionRefusal.Unusable unusable => new("It cannot run like this", string.Join(" ", unusable.Problems), null),
        ActionRefusal.Unreadable unreadable => new("A system does not answer", unreadable.Reason, "Try again in a moment."),
        ActionRefusal.NothingToUndo nothing => new("Nothing to undo", nothing.Reason, null),
        _ => throw new InvalidOperationException("ActionRefusal is a closed family."),
    };
}

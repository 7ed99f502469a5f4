namespace OpsConsole.Core.Actions;

/// <summary>A refusal as one plain sentence, for the log and for programs; screens have their own words.</summary>
public static class ActionRefusalText
{
    public static string Of(ActionRefusal refusal) => refusal switch
    {
        ActionRefusal.Forbidden forbidden => $"The permission {forbidden.Missing.Permission} is lacking.",
        ActionRefusal.NoSuchCase => "There is no such case.",
        ActionRefusal.CaseClosed => "The case is closed.",
        ActionRefusal.NoSuchAction => "There is no such action.",
        ActionRefusal.WrongState wrong => $"The action is {ActionJson.NameOf(wrong.State)}.",
        ActionRefusal.Stale => "The action has changed since it was shown.",
        ActionRefusal.Lapsed lapsed => $"It lapsed at {lapsed.At:yyyy-MM-dd HH:mm} UTC.",
        ActionRefusal.NeedsRole needs => $"This must be decided by a {needs.Role}.",
        ActionRefusal.OwnProposal own => $"{own.Rule} forbids that whoever proposed or edited it approves it.",
        ActionRefusal.AlreadyApproved already => $"You have approved it already ({already.Given} of {already.Needed}).",
        ActionRefusal.AttachmentsMissing missing => $"The approval must come with {string.Join(", ", missing.Names)}.",
        ActionRefusal.ReasonMissing => "A rejection needs a reason, and “other” needs words.",
        ActionRefusal.Unusable unusable => string.Join(" ", unusable.Problems),
        ActionRefusal.Unreadable unreadable => unreadable.Reason,
        ActionRefusal.NothingToUndo nothing => nothing.Reason,
        _ => throw new InvalidOperationException("ActionRefusal is a closed family."),
    };
}

using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions;

/// <summary>Why a command about an action was refused. Nothing was changed, and what the person typed is not lost.</summary>
public abstract record ActionRefusal
{
    private ActionRefusal()
    {
    }

    /// <summary>The actor lacks the permission.</summary>
    public sealed record Forbidden(NotAllowed Missing) : ActionRefusal;

    /// <summary>There is no such case.</summary>
    public sealed record NoSuchCase : ActionRefusal;

    /// <summary>The case is closed; it must be reopened first.</summary>
    public sealed record CaseClosed : ActionRefusal;

    /// <summary>There is no such action.</summary>
    public sealed record NoSuchAction : ActionRefusal;

    /// <summary>The action is in a state in which this cannot be done.</summary>
    public sealed record WrongState(ActionState State) : ActionRefusal;

    /// <summary>The action has changed since it was shown; it must be looked at again.</summary>
    public sealed record Stale : ActionRefusal;

    /// <summary>Nobody decided in time; it must be proposed again.</summary>
    public sealed record Lapsed(DateTimeOffset At) : ActionRefusal;

    /// <summary>The verdict asks for a higher role.</summary>
    public sealed record NeedsRole(string Role) : ActionRefusal;

    /// <summary>The rule forbids that whoever proposed or edited it approves it.</summary>
    public sealed record OwnProposal(string Rule) : ActionRefusal;

    /// <summary>The actor has approved it already; another person must.</summary>
    public sealed record AlreadyApproved(int Given, int Needed) : ActionRefusal;

    /// <summary>The rule asks the approver to hand something in; each of these is missing, or too long, or not asked for.</summary>
    public sealed record AttachmentsMissing(IReadOnlyList<string> Names) : ActionRefusal;

    /// <summary>A rejection needs one of the known reasons, and <c>other</c> needs words.</summary>
    public sealed record ReasonMissing : ActionRefusal;

    /// <summary>What was put forward cannot be an action; every problem is listed.</summary>
    public sealed record Unusable(IReadOnlyList<string> Problems) : ActionRefusal;

    /// <summary>What the action relies on could not be read; it can be tried again.</summary>
    public sealed record Unreadable(string Reason) : ActionRefusal;

    /// <summary>There is no compensation, or nothing to compensate.</summary>
    public sealed record NothingToUndo(string Reason) : ActionRefusal;
}

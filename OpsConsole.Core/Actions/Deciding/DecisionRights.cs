using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions.Deciding;

/// <summary>Who may decide what: the one place where role, segregation of duties, state and expiry are weighed. Pure.</summary>
internal static class DecisionRights
{
    /// <summary>Null when <paramref name="actor"/> may approve it now.</summary>
    public static ActionRefusal? RefuseApproval(Actor actor, ProposedAction action, PolicyVerdict verdict, DateTimeOffset now) =>
        RefuseDecision(actor, action)
        ?? (action.ExpiresAt <= now ? new ActionRefusal.Lapsed(action.ExpiresAt) : null)
        ?? RefuseRole(actor, verdict)
        ?? RefuseSelf(actor, action, verdict);

    /// <summary>Null when <paramref name="actor"/> may reject or edit it now: anyone who decides may say no, or put it right for another to approve.</summary>
    public static ActionRefusal? RefuseDecision(Actor actor, ProposedAction action)
    {
        if (actor.Kind != ActorKind.Person || !actor.May(Permissions.ActionsDecide))
        {
            return new ActionRefusal.Forbidden(new NotAllowed(Permissions.ActionsDecide));
        }

        return action.State == ActionState.AwaitingApproval ? null : new ActionRefusal.WrongState(action.State);
    }

    /// <summary>Whether a role meets what a verdict demands; a supervisor may do what an agent may.</summary>
    public static bool Meets(string role, string demanded) => role == demanded || (role == Roles.Supervisor && demanded == Roles.Agent);

    /// <summary>The role by which an actor decides: the highest that it holds.</summary>
    public static string RoleOf(Actor actor) => actor.May(Permissions.ActionsDecideAsSupervisor) ? Roles.Supervisor : Roles.Agent;

    private static ActionRefusal? RefuseRole(Actor actor, PolicyVerdict verdict) =>
        Meets(RoleOf(actor), verdict.ApproverRole) ? null : new ActionRefusal.NeedsRole(verdict.ApproverRole);

    private static ActionRefusal? RefuseSelf(Actor actor, ProposedAction action, PolicyVerdict verdict) =>
        verdict.NoSelfApproval && (action.ProposedBy == actor.Id || action.EditedBy == actor.Id)
            ? new ActionRefusal.OwnProposal(action.DecidingRule)
            : null;
}

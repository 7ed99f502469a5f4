using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>Who may do what with a policy: the one place where permission and the second person are weighed. Pure.</summary>
internal static class PolicyRights
{
    /// <summary>Null when <paramref name="actor"/> may write drafts.</summary>
    public static PolicyRefusal? RefuseWriting(Actor actor) => Lacks(actor, Permissions.PoliciesChange);

    /// <summary>Null when <paramref name="actor"/> may put this draft in force, or send it back, as the second person.</summary>
    public static PolicyRefusal? RefuseReview(Actor actor, PolicyDraft draft) =>
        Lacks(actor, Permissions.PoliciesPublish) is { } lacking ? lacking
        : draft.State != DraftState.InReview ? new PolicyRefusal.WrongState(draft.State)
        : draft.HasHandIn(actor) ? new PolicyRefusal.OwnWork()
        : null;

    /// <summary>Null when <paramref name="actor"/> may ask for a retirement: whoever writes policies or publishes them.</summary>
    public static PolicyRefusal? RefuseAsking(Actor actor) =>
        Lacks(actor, Permissions.PoliciesChange) is not null ? Lacks(actor, Permissions.PoliciesPublish) : null;

    /// <summary>Null when <paramref name="actor"/> may confirm or decline this retirement.</summary>
    public static PolicyRefusal? RefuseConfirming(Actor actor, PolicyRetirement asked) =>
        Lacks(actor, Permissions.PoliciesPublish) is { } lacking ? lacking
        : asked.State != RetirementState.Asked ? new PolicyRefusal.RetirementStands(asked.State)
        : asked.AskedBy == actor.Id ? new PolicyRefusal.OwnWork()
        : null;

    private static PolicyRefusal? Lacks(Actor actor, string permission) =>
        actor.Kind == ActorKind.Person && actor.May(permission) ? null : new PolicyRefusal.Forbidden(new NotAllowed(permission));
}

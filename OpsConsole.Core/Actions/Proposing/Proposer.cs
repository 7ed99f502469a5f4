using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>Who put an action forward, as expressions see it: <c>proposer.kind</c> is <c>person</c>, <c>service</c> or <c>system</c>.</summary>
public sealed record Proposer(ActorKind Kind, string Id)
{
    public static Proposer Of(Actor actor) => new(actor.Kind, actor.Id);

    public static Proposer Of(ProposedAction action) => new(action.ProposedByKind, action.ProposedBy);
}

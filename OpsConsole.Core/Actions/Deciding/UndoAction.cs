using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Deciding;

/// <summary>How the wish to undo ended.</summary>
public abstract record UndoOutcome
{
    private UndoOutcome()
    {
    }

    /// <summary>The compensation is an action of its own now, judged and decided like any other.</summary>
    public sealed record Proposed(DraftOutcome.Stored Compensation) : UndoOutcome;

    public sealed record Refused(ActionRefusal Refusal) : UndoOutcome;
}

/// <summary>Proposes the compensation of an action whose effect stands. Once that is verified, the action counts as undone.</summary>
public sealed class UndoAction(OpsDatabase database, IActionTypes types, AssessAction assess, StoreProposals store)
{
    private static readonly ActionState[] Standing = [ActionState.Verified, ActionState.Unverifiable, ActionState.Contradicted];
    private static readonly ActionState[] Ended = [ActionState.Denied, ActionState.Rejected, ActionState.Expired, ActionState.Withdrawn, ActionState.Failed];

    public async Task<UndoOutcome> UndoAsync(Actor actor, Guid actionId, CancellationToken cancellation)
    {
        if (await FindAsync(actionId, cancellation) is not { } found)
        {
            return new UndoOutcome.Refused(new ActionRefusal.NoSuchAction());
        }

        var type = types.Find(found.Action.ActionTypeId, found.Action.ActionTypeVersion);
        if ((Refuse(actor, found.Action, type) ?? Refuse(found)) is { } refusal)
        {
            return new UndoOutcome.Refused(refusal);
        }

        var compensation = type!.Compensation!;
        if (types.Find(compensation.ActionType) is not { } undoing)
        {
            return new UndoOutcome.Refused(new ActionRefusal.NothingToUndo($"The action type “{compensation.ActionType}” that would undo it is not known."));
        }

        var draft = new ActionDraft(undoing.Id, Parameters(compensation, found), []);
        var origins = ParameterOrigins.Ruled(compensation.Parameters.Keys, $"undoes action {found.Action.Number}, {found.Action.Title}");
        var assessed = await assess.AssessAsync(undoing, draft.Parameters, origins, found.Subject, Proposer.Of(actor), cancellation);
        var stored = await store.StoreAsync(actor, found.Subject, [(draft, assessed)], replace: false, undoes: actionId, cancellation);
        return stored[0] switch
        {
            DraftOutcome.Stored one => new UndoOutcome.Proposed(one),
            DraftOutcome.Refused refused => new UndoOutcome.Refused(refused.Refusal),
            _ => throw new InvalidOperationException("DraftOutcome is a closed family."),
        };
    }

    /// <summary>Null when this actor may ask for it to be undone.</summary>
    internal static ActionRefusal? Refuse(Actor actor, ProposedAction action, ActionType? type) =>
        actor.Kind != ActorKind.Person || !actor.May(Permissions.ActionsDecide) ? new ActionRefusal.Forbidden(new NotAllowed(Permissions.ActionsDecide))
        : !Standing.Contains(action.State) ? new ActionRefusal.WrongState(action.State)
        : type?.Compensation is null ? new ActionRefusal.NothingToUndo("No compensation is declared for this kind of action.")
        : null;

    private static ActionRefusal? Refuse(Effect found) =>
        found.Undoing is { } number ? new ActionRefusal.NothingToUndo($"Action {number} undoes it already.")
        : found.Run is null ? new ActionRefusal.NothingToUndo("It was never called.")
        : null;

    private static JsonObject Parameters(Compensation compensation, Effect found)
    {
        var input = new JsonObject
        {
            ["parameters"] = JsonNode.Parse(found.Action.ParametersJson),
            ["before"] = JsonNode.Parse(found.Run!.BeforeJson),
            ["after"] = found.Run.AfterJson is { } after ? JsonNode.Parse(after) : null,
            ["result"] = found.Run.AnswerJson is { } answer ? JsonNode.Parse(answer) : null,
        };
        return new JsonObject(compensation.Parameters.Select(parameter =>
            KeyValuePair.Create(parameter.Key, Expressions.Value(parameter.Value, input)?.DeepClone())));
    }

    private Task<Effect?> FindAsync(Guid actionId, CancellationToken cancellation) => database.ReadAsync(
        async db =>
        {
            if (await db.Set<ProposedAction>().SingleOrDefaultAsync(row => row.Id == actionId, cancellation) is not { } action)
            {
                return null;
            }

            var undoing = await db.Set<ProposedAction>().Where(row => row.Undoes == actionId && !Ended.Contains(row.State))
                .Select(row => (int?)row.Number).FirstOrDefaultAsync(cancellation);
            var run = await db.Set<ActionRun>().Where(row => row.ActionId == actionId).OrderByDescending(row => row.Attempt).FirstOrDefaultAsync(cancellation);
            return new Effect(action, await db.Set<Case>().SingleAsync(row => row.Id == action.CaseId, cancellation), run, undoing);
        },
        cancellation);

    /// <param name="Run">The attempt that had the effect.</param>
    /// <param name="Undoing">The number of the action that undoes it already.</param>
    private sealed record Effect(ProposedAction Action, Case Subject, ActionRun? Run, int? Undoing);
}

using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Actions.Deciding;

/// <summary>How an edit, or the preview of one, ended.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <summary>The edit would be this; nothing was stored.</summary>
    public sealed record Previewed(Assessment Found) : EditOutcome;

    /// <summary>The action has a new contract, which is to be decided; approvals of the old one no longer count.</summary>
    public sealed record Edited(ActionState State, PolicyVerdict Verdict) : EditOutcome;

    public sealed record Refused(ActionRefusal Refusal) : EditOutcome;
}

/// <summary>
/// Puts an action's parameters right. The result is judged anew, and whoever edited it may not approve it where the rule says so. An
/// action that was denied, lapsed or failed without effect can be put right too; it then waits for a decision like any other.
/// </summary>
public sealed class EditAction(OpsDatabase database, IActionTypes types, AssessAction assess, ActionLedger ledger, TimeProvider clock)
{
    private static readonly ActionState[] Editable = [ActionState.AwaitingApproval, ActionState.Denied, ActionState.Expired, ActionState.Failed];

    /// <summary>What the edit would be, for the form while someone types. Stores nothing.</summary>
    public async Task<EditOutcome> PreviewAsync(Actor actor, Guid actionId, JsonObject parameters, CancellationToken cancellation)
    {
        var (_, outcome) = await AssessAsync(actor, actionId, parameters, cancellation);
        return outcome;
    }

    public async Task<EditOutcome> EditAsync(Actor actor, Guid actionId, JsonObject parameters, SeenContract seen, CancellationToken cancellation)
    {
        var (_, outcome) = await AssessAsync(actor, actionId, parameters, cancellation);
        return await database.WriteAsync(
            async db =>
            {
                if (await ActionLedger.FindAsync(db, actionId, cancellation) is not { } action)
                {
                    return new EditOutcome.Refused(new ActionRefusal.NoSuchAction());
                }

                if (outcome is EditOutcome.Previewed previewed && seen.Is(action))
                {
                    return await StoreAsync(db, actor, action, previewed.Found, cancellation);
                }

                var refusal = outcome is EditOutcome.Refused refused ? refused.Refusal : new ActionRefusal.Stale();
                await ledger.NoteAsync(db, action, actor, "action.edit-refused", "refused", new JsonObject { ["refusal"] = ActionRefusalText.Of(refusal) }, cancellation);
                return new EditOutcome.Refused(refusal);
            },
            cancellation);
    }

    /// <summary>Null when this actor may edit it now.</summary>
    internal static ActionRefusal? Refuse(Actor actor, ProposedAction action) =>
        actor.Kind != ActorKind.Person || !actor.May(Permissions.ActionsDecide) ? new ActionRefusal.Forbidden(new NotAllowed(Permissions.ActionsDecide))
        : !Editable.Contains(action.State) ? new ActionRefusal.WrongState(action.State)
        : null;

    private async Task<(ProposedAction? Action, EditOutcome Outcome)> AssessAsync(
        Actor actor, Guid actionId, JsonObject parameters, CancellationToken cancellation)
    {
        var found = await database.ReadAsync(
            async db => await db.Set<ProposedAction>().SingleOrDefaultAsync(row => row.Id == actionId, cancellation) is { } row
                ? (Action: row, Subject: await db.Set<Case>().SingleAsync(subject => subject.Id == row.CaseId, cancellation))
                : ((ProposedAction Action, Case Subject)?)null,
            cancellation);
        if (found is not var (action, subject))
        {
            return (null, new EditOutcome.Refused(new ActionRefusal.NoSuchAction()));
        }

        if (Refuse(actor, action) is { } refusal)
        {
            return (action, new EditOutcome.Refused(refusal));
        }

        var (clean, problem) = CleanJson.Copy("parameters", parameters);
        var type = types.Find(action.ActionTypeId);
        if (clean is null || type is null)
        {
            return (action, new EditOutcome.Refused(new ActionRefusal.Unusable([problem ?? "The action type is no longer known."])));
        }

        return (action, await assess.AssessAsync(type, clean, Origins(actor, action, clean), subject, Proposer.Of(action), cancellation) switch
        {
            AssessOutcome.Assessed assessed => new EditOutcome.Previewed(assessed.Found),
            AssessOutcome.Unusable unusable => new EditOutcome.Refused(new ActionRefusal.Unusable(unusable.Problems)),
            AssessOutcome.Unreadable unreadable => new EditOutcome.Refused(new ActionRefusal.Unreadable(unreadable.Reason)),
            _ => throw new InvalidOperationException("AssessOutcome is a closed family."),
        });
    }

    private async Task<EditOutcome> StoreAsync(OpsDbContext db, Actor actor, ProposedAction action, Assessment found, CancellationToken cancellation)
    {
        var before = JsonNode.Parse(action.ParametersJson)!;
        action.ProvenanceJson = CanonicalJson.Write(found.Provenance);
        action.EditedBy = actor.Id;
        action.State = found.Verdict.Verdict == Verdict.Deny ? ActionState.Denied : ActionState.AwaitingApproval;
        action.StateReason = found.Verdict.Reason;
        action.ChangedJson = "[]";
        action.DueAt = null;
        action.ExpiresAt = Expiry.Of(found.Verdict, clock.GetUtcNow());
        await ledger.BindAsync(db, action, actor, found, DecisionStage.Edited, cancellation);
        await ActionTargets.ReplaceAsync(db, action, cancellation);
        var details = new JsonObject { ["was"] = before, ["parameters"] = JsonNode.Parse(action.ParametersJson), ["verdict"] = JsonNode.Parse(action.VerdictJson) };
        await ledger.RecordAsync(db, action, actor, "action.edited", "ok", details, cancellation);
        return new EditOutcome.Edited(action.State, found.Verdict);
    }

    /// <summary>A parameter that a person changed comes from that person; of the others stays what was verified.</summary>
    private static ParameterOrigins Origins(Actor actor, ProposedAction action, JsonObject parameters)
    {
        var before = ActionJson.ReadObject(action.ParametersJson);
        var provenance = ActionJson.ReadObject(action.ProvenanceJson);
        foreach (var (name, value) in parameters)
        {
            if (CanonicalJson.Write(before[name]) != CanonicalJson.Write(value))
            {
                provenance[name] = new JsonObject { ["from"] = Origin.Person, ["phrase"] = actor.Name };
            }
        }

        return ParameterOrigins.Known(provenance);
    }
}

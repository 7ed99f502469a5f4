using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>
/// Reads back whether an effect is there: for what was acknowledged, and for what nobody knows. An unknown call is repeated only where the
/// other side honours the key and the contract still holds, or, when nothing can be seen, within a short time of the intent.
/// </summary>
public sealed class LookAtEffect(
    OpsDatabase database, IActionTypes types, ContextReader contexts, RecheckContract recheck, DispatchAction dispatch, RecordLook looks, TimeProvider clock)
{
    public async Task RunAsync(Claim claim, CancellationToken cancellation)
    {
        var known = await database.ReadAsync(db => ReadAsync(db, claim.ActionId, cancellation), cancellation);
        var type = types.Find(known.Action.ActionTypeId, known.Action.ActionTypeVersion);
        if (type is null)
        {
            await looks.RecordAsync(claim, LookStep.AskPerson, "The action type is no longer known.", null, cancellation);
            return;
        }

        var (sighting, context, reason) = await LookAsync(type, known, cancellation);
        await Failpoint.PassAsync("after-look");
        var step = looks.Next(known.Action, type.Idempotency, sighting, new Attempts(known.Count, clock.GetUtcNow() - known.First.IntentAt));
        if (step == LookStep.Repeat)
        {
            (step, reason) = await MayRepeatAsync(type, claim, cancellation);
        }

        if (step == LookStep.Repeat)
        {
            await dispatch.CallAsync(claim, type, known.First.BeforeJson, "repeated under the same key, which the other side honours", cancellation);
        }
        else
        {
            await looks.RecordAsync(claim, step, reason, context, cancellation);
        }

        await Failpoint.PassAsync("after-probe");
    }

    /// <summary>Where the effect can be seen and is not there, the repeat is a call like any other: what was decided must still hold.</summary>
    private async Task<(LookStep Step, string Reason)> MayRepeatAsync(ActionType type, Claim claim, CancellationToken cancellation)
    {
        if (type.Probe is null)
        {
            return (LookStep.Repeat, "");
        }

        return await recheck.CheckAsync(claim.ActionId, cancellation) switch
        {
            CheckOutcome.Holds => (LookStep.Repeat, ""),
            CheckOutcome.Unreadable unreadable => (LookStep.LookAgain, unreadable.Reason),
            _ => (LookStep.AskPerson, "The effect is not there, and what was approved no longer holds, so that it is not repeated."),
        };
    }

    private async Task<(Sighting Sighting, ActionContext? Context, string Reason)> LookAsync(ActionType type, Known known, CancellationToken cancellation)
    {
        var parameters = ActionJson.ReadObject(known.Action.ParametersJson);
        var input = ActionInput.Make(type, parameters, known.Subject, Proposer.Of(known.Action), scope: null);
        switch (await contexts.ReadAsync(type, input, cancellation))
        {
            case ContextReading.Unavailable unavailable:
                return (Sighting.Unreadable, null, unavailable.Reason);
            case ContextReading.Read read:
                return type.Probe is null
                    ? (Sighting.CannotTell, read.Context, "There is nothing to read back.")
                    : Judge(type.Probe, input, read.Context, known);
            case ContextReading.Faulty faulty:
                return (Sighting.CannotTell, null, faulty.Problem);
            default:
                throw new InvalidOperationException("ContextReading is a closed family.");
        }
    }

    private static (Sighting Sighting, ActionContext? Context, string Reason) Judge(string probe, JsonObject input, ActionContext context, Known known)
    {
        foreach (var (alias, value) in context.Values)
        {
            input[alias] = value?.DeepClone();
        }

        input["before"] = JsonNode.Parse(known.First.BeforeJson);
        input["result"] = known.Last.AnswerJson is { } answer ? JsonNode.Parse(answer) : null;
        return Expressions.Holds(probe, input) switch
        {
            true => (Sighting.Seen, context, "The effect was read back."),
            false => (Sighting.NotSeen, context, "What was read back does not show the effect."),
            null => (Sighting.CannotTell, context, "What was read back does not tell whether the effect is there."),
        };
    }

    private static async Task<Known> ReadAsync(OpsDbContext db, Guid actionId, CancellationToken cancellation)
    {
        var action = await db.Set<ProposedAction>().SingleAsync(row => row.Id == actionId, cancellation);
        var runs = await db.Set<ActionRun>().Where(row => row.ActionId == actionId).OrderBy(row => row.Attempt).ToListAsync(cancellation);
        var ofDecision = runs.Where(run => run.IdempotencyKey == runs[^1].IdempotencyKey).ToList();
        return new Known(action, await db.Set<Case>().SingleAsync(row => row.Id == action.CaseId, cancellation), ofDecision[0], ofDecision[^1], ofDecision.Count);
    }

    /// <param name="First">The first attempt of this decision: what it read is what was there before any effect.</param>
    private sealed record Known(ProposedAction Action, Case Subject, ActionRun First, ActionRun Last, int Count);
}

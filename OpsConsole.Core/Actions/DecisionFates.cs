using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Actions;

/// <summary>What just happened to an action, by whom.</summary>
/// <param name="Event">The name in the audit log.</param>
internal sealed record Happening(Actor Actor, string Event, JsonObject? Details);

/// <summary>
/// Keeps the record of what policies decided in step with its action: a new record for each assessment, and for the record in force what
/// people made of it and what came of it. Replays and reviews learn from these.
/// </summary>
public sealed class DecisionFates(DecisionRecords records)
{
    /// <summary>Stores an assessment that an action is about to be bound to; what it replaces is closed.</summary>
    internal async Task<long> JudgedAsync(
        OpsDbContext db, ProposedAction action, Actor by, Assessment found, DecisionStage stage, CancellationToken cancellation)
    {
        if (action.DecisionId is { } earlier)
        {
            await (stage == DecisionStage.Edited
                ? records.DecideAsync(db, earlier, new DecidedFate(DecisionFate.Edited, by.Id, by.Name), cancellation)
                : records.EndAsync(db, earlier, DecisionOutcome.NotRun, cancellation));
        }

        var entry = new DecisionEntry(
            stage,
            action.ActionTypeId,
            action.CaseId,
            action.Id,
            action.Number,
            found.Title,
            found.Input,
            found.Verdict,
            found.PolicyVersions,
            found.Barred,
            found.Amount,
            found.Currency);
        return await records.AppendAsync(db, entry, cancellation);
    }

    /// <summary>Carries a change of the action over to its record.</summary>
    internal async Task FollowAsync(OpsDbContext db, ProposedAction action, Happening happened, CancellationToken cancellation)
    {
        if (action.DecisionId is not { } id)
        {
            return;
        }

        if (Decided(action, happened) is { } decided)
        {
            await records.DecideAsync(db, id, decided, cancellation);
        }

        if (Ended(action, happened) is { } outcome)
        {
            await records.EndAsync(db, id, outcome, cancellation);
        }
    }

    private static DecidedFate? Decided(ProposedAction action, Happening happened) => (action.State, happened.Event) switch
    {
        (ActionState.Queued, "action.approved") => By(DecisionFate.Approved, happened),
        (ActionState.Queued, "action.authorized") => By(DecisionFate.Authorized, happened),
        (ActionState.Rejected, _) => By(DecisionFate.Rejected, happened) with { ReasonCode = (string?)happened.Details?["reason"] },
        (ActionState.Withdrawn, _) => By(DecisionFate.Withdrawn, happened),
        (ActionState.Expired, _) => new DecidedFate(DecisionFate.Expired),
        (ActionState.AwaitingApproval, "action.reconciled" or "action.returned") => new DecidedFate(DecisionFate.Waiting),
        _ => null,
    };

    private static DecisionOutcome? Ended(ProposedAction action, Happening happened) => action.State switch
    {
        ActionState.Verified => DecisionOutcome.Verified,
        ActionState.Unverifiable => DecisionOutcome.Unverifiable,
        ActionState.Unknown => DecisionOutcome.Unknown,
        ActionState.Contradicted => DecisionOutcome.Contradicted,
        ActionState.Failed => DecisionOutcome.Failed,
        ActionState.Undone => DecisionOutcome.Undone,
        ActionState.AwaitingApproval when happened.Event is "action.reconciled" or "action.returned" => DecisionOutcome.None,
        ActionState.Denied when happened.Event == "action.denied" => DecisionOutcome.NotRun,
        _ => null,
    };

    private static DecidedFate By(DecisionFate fate, Happening happened) => new(fate, happened.Actor.Id, happened.Actor.Name);
}

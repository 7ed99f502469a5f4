using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>Writes attempts down: the intent before the call, the outcome after it. Each is one transaction and writes only under a claim that holds.</summary>
public sealed class RecordRun(OpsDatabase database, ActionLedger ledger, Dependents dependents, ExecutionOptions options, TimeProvider clock)
{
    /// <returns>Null when the claim was lost: nothing may be called.</returns>
    public Task<Intent?> IntendAsync(Claim claim, string beforeJson, string note, CancellationToken cancellation) =>
        database.WriteAsync(
            async db =>
            {
                if (await claim.FindAsync(db, cancellation) is not { } action)
                {
                    return null;
                }

                action.Attempts++;
                action.State = ActionState.Running;
                action.StateReason = "";
                action.LeaseUntil = clock.GetUtcNow() + options.Lease;
                var run = new ActionRun
                {
                    Id = Ids.New(clock),
                    ActionId = action.Id,
                    Attempt = action.Attempts,
                    Fence = claim.Fence,
                    IdempotencyKey = $"{action.Id:N}-{action.Nonce:N}",
                    IntentAt = clock.GetUtcNow(),
                    BeforeJson = beforeJson,
                };
                db.Add(run);
                var details = new JsonObject { ["attempt"] = run.Attempt, ["idempotency_key"] = run.IdempotencyKey, ["contract"] = note };
                await ledger.RecordAsync(db, action, Actor.Jobs, "action.intended", "ok", details, cancellation);
                return new Intent(run.Id, run.IdempotencyKey, ActionJson.ReadObject(action.ParametersJson));
            },
            cancellation);

    public Task EndAsync(Claim claim, Guid runId, ConnectorResult result, CancellationToken cancellation) =>
        database.WriteAsync(
            async db =>
            {
                if (await claim.FindAsync(db, cancellation) is not { } action)
                {
                    await NoteLateAsync(db, claim, result, cancellation);
                    return;
                }

                var run = await db.Set<ActionRun>().SingleAsync(row => row.Id == runId, cancellation);
                run.EndedAt = clock.GetUtcNow();
                action.LeaseOwner = null;
                action.LeaseUntil = null;
                await (result switch
                {
                    ConnectorResult.Done done => AcknowledgeAsync(db, action, run, done, cancellation),
                    ConnectorResult.Refused refused => FailAsync(db, action, run, refused, cancellation),
                    ConnectorResult.Unavailable unavailable => PostponeAsync(db, action, run, unavailable, cancellation),
                    ConnectorResult.Unknown unknown => BecomeUnknownAsync(db, action, run, isAnswered: false, unknown.Reason, cancellation),
                    _ => throw new InvalidOperationException("ConnectorResult is a closed family."),
                });
            },
            cancellation);

    private Task AcknowledgeAsync(OpsDbContext db, ProposedAction action, ActionRun run, ConnectorResult.Done done, CancellationToken cancellation)
    {
        run.Outcome = RunOutcome.Done;
        run.AnswerJson = CanonicalJson.Write(done.Body);
        run.Receipt = done.Receipt;
        run.Message = done.Replayed ? "The other side recognised the idempotency key and gave its first answer again." : null;
        action.State = ActionState.Acknowledged;
        action.StateReason = "";
        action.Tries = 0;
        action.DueAt = clock.GetUtcNow();
        var details = new JsonObject { ["attempt"] = run.Attempt, ["receipt"] = done.Receipt, ["replayed"] = done.Replayed };
        return ledger.RecordAsync(db, action, Actor.Jobs, "action.acknowledged", "ok", details, cancellation);
    }

    private async Task FailAsync(OpsDbContext db, ProposedAction action, ActionRun run, ConnectorResult.Refused refused, CancellationToken cancellation)
    {
        run.Outcome = RunOutcome.Refused;
        run.Code = refused.Code;
        run.Message = refused.Message;
        action.State = ActionState.Failed;
        action.StateReason = refused.Message;
        action.DueAt = null;
        await ActionTargets.ReleaseAsync(db, action, cancellation);
        var details = new JsonObject { ["attempt"] = run.Attempt, ["code"] = refused.Code, ["message"] = refused.Message };
        await ledger.RecordAsync(db, action, Actor.Jobs, "action.failed", "refused", details, cancellation);
        await dependents.ReturnAsync(db, action, cancellation);
    }

    private async Task PostponeAsync(
        OpsDbContext db, ProposedAction action, ActionRun run, ConnectorResult.Unavailable unavailable, CancellationToken cancellation)
    {
        run.Outcome = RunOutcome.Unavailable;
        run.Message = unavailable.Reason;
        var mayHaveHappened = await db.Set<ActionRun>().AnyAsync(
            row => row.ActionId == action.Id && row.IdempotencyKey == run.IdempotencyKey && row.Outcome == RunOutcome.Unknown, cancellation);
        if (mayHaveHappened)
        {
            // This call did nothing, but an earlier one under the same key may have; only a look can tell.
            await BecomeUnknownAsync(db, action, run, isAnswered: true, unavailable.Reason, cancellation);
            return;
        }

        await Postponement.ApplyAsync(db, action, unavailable.Reason, unavailable.RetryAfter, options, clock, cancellation);
        await ledger.RecordAsync(db, action, Actor.Jobs, "action.unreached", "failed", new JsonObject { ["attempt"] = run.Attempt, ["reason"] = unavailable.Reason }, cancellation);
        if (action.State == ActionState.Failed)
        {
            await dependents.ReturnAsync(db, action, cancellation);
        }
    }

    /// <summary>The first time it is looked for at once; each repeat that comes to nothing doubles the pause, so that a system in trouble is not pressed.</summary>
    private async Task BecomeUnknownAsync(OpsDbContext db, ProposedAction action, ActionRun run, bool isAnswered, string reason, CancellationToken cancellation)
    {
        if (!isAnswered)
        {
            run.Outcome = RunOutcome.Unknown;
            run.Message = reason;
        }

        var repeats = await db.Set<ActionRun>().CountAsync(row => row.ActionId == action.Id && row.IdempotencyKey == run.IdempotencyKey && row.Id != run.Id, cancellation);
        action.Tries = 0;
        action.State = ActionState.Unknown;
        action.StateReason = reason;
        action.DueAt = repeats == 0 ? clock.GetUtcNow() : clock.GetUtcNow() + Backoff.After(repeats, options, Random.Shared.NextDouble());
        await ledger.RecordAsync(db, action, Actor.Jobs, "action.outcome-unknown", "unknown", new JsonObject { ["reason"] = reason }, cancellation);
    }

    /// <summary>Somebody else holds the action by now; what we were told is worth a line, and nothing more.</summary>
    private async Task NoteLateAsync(OpsDbContext db, Claim claim, ConnectorResult result, CancellationToken cancellation)
    {
        var action = await db.Set<ProposedAction>().SingleAsync(row => row.Id == claim.ActionId, cancellation);
        var details = new JsonObject { ["fence"] = claim.Fence, ["newest_fence"] = action.Fence, ["answer"] = result.GetType().Name };
        await ledger.NoteAsync(db, action, Actor.Jobs, "action.late-answer", "refused", details, cancellation);
    }
}

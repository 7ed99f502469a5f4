using System.Text.Json.Nodes;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>Writes down that a claimed action was not called: it goes back to a person, ends, or waits. One transaction, under a claim that holds.</summary>
public sealed class RecordReturn(OpsDatabase database, ActionLedger ledger, Dependents dependents, ExecutionOptions options, TimeProvider clock)
{
    public Task RecordAsync(Claim claim, CheckOutcome check, CancellationToken cancellation) =>
        database.WriteAsync(
            async db =>
            {
                if (await claim.FindAsync(db, cancellation) is { } action)
                {
                    action.LeaseOwner = null;
                    action.LeaseUntil = null;
                    await (check switch
                    {
                        CheckOutcome.Changed changed => ReturnAsync(db, action, changed, cancellation),
                        CheckOutcome.Forbidden forbidden => DenyAsync(db, action, forbidden.Fresh, forbidden.Fresh.Verdict.Reason, cancellation),
                        CheckOutcome.Unusable unusable => DenyAsync(db, action, null, unusable.Reason, cancellation),
                        CheckOutcome.Lapsed => ExpireAsync(db, action, cancellation),
                        CheckOutcome.Unreadable unreadable => PostponeAsync(db, action, unreadable.Reason, cancellation),
                        _ => throw new InvalidOperationException("A contract that holds is called, not returned."),
                    });
                }
            },
            cancellation);

    private async Task ReturnAsync(OpsDbContext db, ProposedAction action, CheckOutcome.Changed changed, CancellationToken cancellation)
    {
        var decided = action.Digest;
        action.State = ActionState.AwaitingApproval;
        action.StateReason = "It has changed since it was approved.";
        action.ChangedJson = ActionJson.Write(changed.Lines);
        action.DueAt = null;
        action.ExpiresAt = Expiry.Of(changed.Fresh.Verdict, clock.GetUtcNow());
        await ledger.BindAsync(db, action, Actor.Jobs, changed.Fresh, DecisionStage.Returned, cancellation);
        await ActionTargets.ReplaceAsync(db, action, cancellation);
        var details = new JsonObject { ["decided_digest"] = decided, ["changed"] = JsonNode.Parse(action.ChangedJson) };
        await ledger.RecordAsync(db, action, Actor.Jobs, "action.returned", "refused", details, cancellation);
    }

    private async Task DenyAsync(OpsDbContext db, ProposedAction action, Assessment? fresh, string reason, CancellationToken cancellation)
    {
        var decided = action.Digest;
        action.State = ActionState.Denied;
        action.StateReason = reason;
        action.DueAt = null;
        if (fresh is not null)
        {
            await ledger.BindAsync(db, action, Actor.Jobs, fresh, DecisionStage.Returned, cancellation);
        }

        await ActionTargets.ReplaceAsync(db, action, cancellation);
        var details = new JsonObject { ["decided_digest"] = decided, ["reason"] = reason };
        await ledger.RecordAsync(db, action, Actor.Jobs, "action.denied", "refused", details, cancellation);
        await dependents.ReturnAsync(db, action, cancellation);
    }

    private async Task ExpireAsync(OpsDbContext db, ProposedAction action, CancellationToken cancellation)
    {
        action.State = ActionState.Expired;
        action.StateReason = "It was approved, but could not begin before the approval lapsed.";
        action.DueAt = null;
        await ActionTargets.ReleaseAsync(db, action, cancellation);
        await ledger.RecordAsync(db, action, Actor.Jobs, "action.expired", "refused", null, cancellation);
        await dependents.ReturnAsync(db, action, cancellation);
    }

    private async Task PostponeAsync(OpsDbContext db, ProposedAction action, string reason, CancellationToken cancellation)
    {
        await Postponement.ApplyAsync(db, action, reason, null, options, clock, cancellation);
        await ledger.RecordAsync(db, action, Actor.Jobs, "action.unreached", "failed", new JsonObject { ["reason"] = reason }, cancellation);
        if (action.State == ActionState.Failed)
        {
            await dependents.ReturnAsync(db, action, cancellation);
        }
    }
}

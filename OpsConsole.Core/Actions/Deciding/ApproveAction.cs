using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Deciding;

/// <summary>The contract that a person has before the eyes: what is approved is this and nothing else.</summary>
public sealed record SeenContract(string Digest, Guid Nonce, int Version)
{
    public static SeenContract Of(ProposedAction action) => new(action.Digest, action.Nonce, action.Version);

    public bool Is(ProposedAction action) => action.Digest == Digest && action.Nonce == Nonce && action.Version == Version;
}

/// <summary>How an approval ended.</summary>
public abstract record ApproveOutcome
{
    private ApproveOutcome()
    {
    }

    /// <summary>It counts. While fewer are given than needed, the action goes on waiting for another person.</summary>
    public sealed record Approved(ActionState State, int Given, int Needed) : ApproveOutcome;

    public sealed record Refused(ActionRefusal Refusal) : ApproveOutcome;
}

/// <summary>
/// Approves an action by one person. Exactly once: a second click of the same person on the same contract gives the first one's outcome
/// and changes nothing. The decision, the queueing and the lines in the log are one transaction.
/// </summary>
public sealed class ApproveAction(OpsDatabase database, ActionLedger ledger, TimeProvider clock)
{
    /// <summary>Approves where the rule asks for nothing to be handed in.</summary>
    public Task<ApproveOutcome> ApproveAsync(Actor actor, Guid actionId, SeenContract seen, string? comment, CancellationToken cancellation) =>
        ApproveAsync(actor, actionId, seen, comment, [], cancellation);

    /// <param name="attachments">What the rule asks for, each once.</param>
    public Task<ApproveOutcome> ApproveAsync(
        Actor actor, Guid actionId, SeenContract seen, string? comment, IReadOnlyList<Attachment> attachments, CancellationToken cancellation) =>
        database.WriteAsync(
            async db => await ActionLedger.FindAsync(db, actionId, cancellation) is { } action
                ? await ApproveAsync(db, actor, action, seen, new Approval(comment, attachments), cancellation)
                : new ApproveOutcome.Refused(new ActionRefusal.NoSuchAction()),
            cancellation);

    private async Task<ApproveOutcome> ApproveAsync(
        OpsDbContext db, Actor actor, ProposedAction action, SeenContract seen, Approval approval, CancellationToken cancellation)
    {
        var verdict = ActionJson.ReadVerdict(action.VerdictJson);
        var approvals = await db.Set<ActionDecision>()
            .Where(row => row.ActionId == action.Id && row.Nonce == seen.Nonce && row.Kind == DecisionKind.Approve).ToListAsync(cancellation);
        if (approvals.Any(decision => decision.DeciderId == actor.Id))
        {
            return new ApproveOutcome.Approved(action.State, approvals.Count, verdict.Quorum);
        }

        var refusal = DecisionRights.RefuseApproval(actor, action, verdict, clock.GetUtcNow())
            ?? (seen.Is(action) ? null : new ActionRefusal.Stale())
            ?? Attachments.Refuse(verdict, approval.Attachments);
        if (refusal is not null)
        {
            var details = new JsonObject { ["refusal"] = ActionRefusalText.Of(refusal), ["seen_digest"] = seen.Digest, ["seen_nonce"] = seen.Nonce.ToString() };
            await ledger.NoteAsync(db, action, actor, "action.approval-refused", "refused", details, cancellation);
            return new ApproveOutcome.Refused(refusal);
        }

        var decision = Decision(actor, action, approval);
        db.Add(decision);
        var given = approvals.Count + 1;
        var counted = new JsonObject { ["given"] = given, ["needed"] = verdict.Quorum, ["comment"] = approval.Comment };
        if (approval.Attachments.Count > 0)
        {
            counted["attachments"] = JsonNode.Parse(decision.AttachmentsJson);
        }

        if (given < verdict.Quorum)
        {
            await ledger.NoteAsync(db, action, actor, "action.approved", "ok", counted, cancellation);
            db.Announce("action", action.Id);
            db.Announce("case", action.CaseId);
            return new ApproveOutcome.Approved(action.State, given, verdict.Quorum);
        }

        await QueueAsync(db, action, cancellation);
        await ledger.RecordAsync(db, action, actor, "action.approved", "ok", counted, cancellation);
        return new ApproveOutcome.Approved(action.State, given, verdict.Quorum);
    }

    private async Task QueueAsync(OpsDbContext db, ProposedAction action, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        action.State = ActionState.Queued;
        action.ExpiresAt = Expiry.Of(ActionJson.ReadVerdict(action.VerdictJson), now);
        action.DueAt = await Dependents.MayStartAsync(db, action, cancellation) ? now : null;
        action.StateReason = action.DueAt is null ? "It waits until the action before it is verified." : "";
        action.Tries = 0;
    }

    private ActionDecision Decision(Actor actor, ProposedAction action, Approval approval) => new()
    {
        Id = Ids.New(clock),
        ActionId = action.Id,
        Kind = DecisionKind.Approve,
        DeciderId = actor.Id,
        DeciderName = actor.Name,
        DeciderRole = DecisionRights.RoleOf(actor),
        Comment = approval.Comment,
        AttachmentsJson = ActionJson.Write(approval.Attachments),
        Digest = action.Digest,
        Nonce = action.Nonce,
        VerdictJson = action.VerdictJson,
        At = clock.GetUtcNow(),
    };

    /// <summary>What a person says and hands in with an approval.</summary>
    private sealed record Approval(string? Comment, IReadOnlyList<Attachment> Attachments);
}

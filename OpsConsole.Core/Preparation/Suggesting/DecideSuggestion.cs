using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Core.Preparation.Suggesting;

/// <summary>How a step with a suggestion ended.</summary>
public abstract record SuggestionOutcome
{
    private SuggestionOutcome()
    {
    }

    public sealed record Done(Suggestion Suggestion) : SuggestionOutcome;

    public sealed record NoSuchSuggestion : SuggestionOutcome;

    /// <summary>Somebody else was quicker; nothing was changed.</summary>
    public sealed record WrongState(SuggestionState State) : SuggestionOutcome;

    /// <summary>Dismissing and taking back need a reason.</summary>
    public sealed record ReasonMissing : SuggestionOutcome;

    public sealed record Forbidden(NotAllowed Missing) : SuggestionOutcome;

    /// <summary>The draft of the policy could not be begun.</summary>
    public sealed record PolicyRefused(PolicyRefusal Refusal) : SuggestionOutcome;
}

/// <summary>An owner approves a suggestion, dismisses it, or takes back what came of it. No job does any of this.</summary>
public sealed class DecideSuggestion(OpsDatabase database, GuardShelf guards, DraftPolicy drafts, ActionNames names, IAuditLog audit, TimeProvider clock)
{
    private const int LongestComment = 1_000;

    /// <summary>A playbook's guard comes in force at once; of a policy a draft is begun, which is replayed, reviewed and published like any other.</summary>
    public async Task<SuggestionOutcome> ApproveAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (await RefuseAsync(actor, id, "suggestion.approval-refused", cancellation) is { } refusal)
        {
            return refusal;
        }

        if (await FindAsync(id, cancellation) is not { } shown)
        {
            return new SuggestionOutcome.NoSuchSuggestion();
        }

        if (shown.Kind == SuggestionKind.Policy && shown.State == SuggestionState.Open)
        {
            return await drafts.StartAsync(actor, SuggestedPolicy.Of(shown, actor.Name), basedOn: 0, cancellation) switch
            {
                DraftOutcome.Saved saved => await ApproveWithAsync(actor, id, saved.Draft, cancellation),
                DraftOutcome.Refused refused => new SuggestionOutcome.PolicyRefused(refused.Refusal),
                _ => throw new InvalidOperationException("DraftOutcome is a closed family."),
            };
        }

        return await StepAsync(actor, id, SuggestionState.Open, SuggestionState.Approved, (db, row) => db.Add(Guard(actor, row)), null, cancellation);
    }

    public async Task<SuggestionOutcome> DismissAsync(Actor actor, Guid id, string reason, CancellationToken cancellation) =>
        await RefuseAsync(actor, id, "suggestion.dismissal-refused", cancellation) ?? await StepAsync(actor, id, SuggestionState.Open, SuggestionState.Dismissed, null, reason, cancellation);

    /// <summary>Takes a guard out of force. A policy is taken back where policies are: by its next version, or by retiring it.</summary>
    public async Task<SuggestionOutcome> RevokeAsync(Actor actor, Guid id, string reason, CancellationToken cancellation) =>
        await RefuseAsync(actor, id, "suggestion.revoking-refused", cancellation) ?? await StepAsync(actor, id, SuggestionState.Approved, SuggestionState.Revoked, null, reason, cancellation);

    /// <summary>Of two who approve at once one has a draft too many; it is given up again.</summary>
    private async Task<SuggestionOutcome> ApproveWithAsync(Actor actor, Guid id, PolicyDraft draft, CancellationToken cancellation)
    {
        var outcome = await StepAsync(actor, id, SuggestionState.Open, SuggestionState.Approved, (_, row) => row.DraftId = draft.Id, null, cancellation);
        if (outcome is not SuggestionOutcome.Done)
        {
            await drafts.DiscardAsync(actor, draft.Id, draft.Revision, cancellation);
        }

        return outcome;
    }

    private async Task<SuggestionOutcome?> RefuseAsync(Actor actor, Guid id, string name, CancellationToken cancellation)
    {
        if (actor.Kind == ActorKind.Person && actor.May(Permissions.LearningChange))
        {
            return null;
        }

        await audit.AppendAsync(new AuditEntry(actor, name, $"suggestion/{id}", "refused", new JsonObject { ["lacking"] = Permissions.LearningChange }), cancellation);
        return new SuggestionOutcome.Forbidden(new NotAllowed(Permissions.LearningChange));
    }

    private Task<Suggestion?> FindAsync(Guid id, CancellationToken cancellation) => database.ReadAsync(db => db.Set<Suggestion>().SingleOrDefaultAsync(row => row.Id == id, cancellation), cancellation);

    private async Task<SuggestionOutcome> StepAsync(
        Actor actor, Guid id, SuggestionState from, SuggestionState to, Action<OpsDbContext, Suggestion>? step, string? comment, CancellationToken cancellation)
    {
        var outcome = await database.WriteAsync(
            async db =>
            {
                if (await db.Set<Suggestion>().AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
                {
                    return new SuggestionOutcome.NoSuchSuggestion();
                }

                if (row.State != from || (to == SuggestionState.Revoked && row.Kind != SuggestionKind.Playbook))
                {
                    return new SuggestionOutcome.WrongState(row.State);
                }

                if (to != SuggestionState.Approved && (string.IsNullOrWhiteSpace(comment) || comment.Length > LongestComment))
                {
                    return new SuggestionOutcome.ReasonMissing();
                }

                step?.Invoke(db, row);
                await MoveAsync(db, actor, row, to, comment?.Trim(), cancellation);
                return (SuggestionOutcome)new SuggestionOutcome.Done(row);
            },
            cancellation);
        guards.Forget();
        return outcome;
    }

    private async Task MoveAsync(OpsDbContext db, Actor actor, Suggestion row, SuggestionState to, string? comment, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        row.State = to;
        row.Comment = comment;
        if (to == SuggestionState.Revoked)
        {
            row.EndedAt = now;
            foreach (var guard in await db.Set<PlaybookGuard>().AsTracking().Where(guard => guard.SuggestionId == row.Id && guard.IsInForce).ToListAsync(cancellation))
            {
                (guard.IsInForce, guard.UntilAt, guard.RevokedByName) = (false, now, actor.Name);
            }
        }
        else
        {
            (row.DecidedAt, row.DecidedBy, row.DecidedByName) = (now, actor.Id, actor.Name);
        }

        db.Announce("learning", row.Id);
        var details = new JsonObject { ["number"] = row.Number, ["condition"] = row.Condition, ["comment"] = comment, ["draft"] = row.DraftId?.ToString() };
        await audit.AppendAsync(db, new AuditEntry(actor, $"suggestion.{to.ToString().ToLowerInvariant()}", $"suggestion/{row.Id}", "ok", details), cancellation);
    }

    private PlaybookGuard Guard(Actor actor, Suggestion row) => new()
    {
        Id = Ids.New(clock),
        SuggestionId = row.Id,
        ActionTypeId = row.ActionTypeId,
        Condition = row.Condition,
        Question = SuggestionText.Question(names.Of(row.ActionTypeId), row.Tests),
        IsInForce = true,
        FromAt = clock.GetUtcNow(),
        ApprovedBy = actor.Id,
        ApprovedByName = actor.Name,
    };
}

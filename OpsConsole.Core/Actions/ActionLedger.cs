using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Telling;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Actions;

/// <summary>
/// What every change of an action carries with it, in the transaction of the change: a new version of the row, its line in the audit log
/// with the contract's digest, the case's standing, the fate of the policies' decision, and word to whoever watches.
/// </summary>
public sealed class ActionLedger(IAuditLog audit, DecisionFates fates, TellRoles tell, TimeProvider clock)
{
    /// <summary>Binds an action to a fresh assessment, which is recorded with all that it was judged on.</summary>
    public async Task BindAsync(
        OpsDbContext db, ProposedAction action, Actor by, Assessment found, DecisionStage stage, CancellationToken cancellation)
    {
        action.DecisionId = await fates.JudgedAsync(db, action, by, found, stage, cancellation);
        action.Bind(found, Ids.New(clock));
    }

    public async Task RecordAsync(
        OpsDbContext db, ProposedAction action, Actor actor, string happened, string outcome, JsonObject? details, CancellationToken cancellation)
    {
        action.Version++;
        action.UpdatedAt = clock.GetUtcNow();
        await fates.FollowAsync(db, action, new Happening(actor, happened, details), cancellation);
        await tell.FollowAsync(db, action, new Happening(actor, happened, details), cancellation);
        await db.SaveChangesAsync(cancellation);
        await RollUpAsync(db, action.CaseId, cancellation);
        await NoteAsync(db, action, actor, happened, outcome, details, cancellation);
        db.Announce("action", action.Id);
        db.Announce("case", action.CaseId);
        AnnounceDue(db, action);
    }

    /// <summary>Wakes the job whose turn it is. An action that ended may have let go of a record that another waits for.</summary>
    private void AnnounceDue(OpsDbContext db, ProposedAction action)
    {
        if (action.State is ActionState.Acknowledged or ActionState.Unknown && action.DueAt <= clock.GetUtcNow())
        {
            db.Announce(DueTopics.Look, action.Id);
        }
        else if (action.State is not (ActionState.AwaitingApproval or ActionState.Denied or ActionState.Running or ActionState.Retrying))
        {
            db.Announce(DueTopics.Dispatch, action.Id);
        }
    }

    /// <summary>Only the line in the log: for what was refused, and for decisions that leave the row as it was.</summary>
    public Task NoteAsync(
        OpsDbContext db, ProposedAction action, Actor actor, string happened, string outcome, JsonObject? details, CancellationToken cancellation) =>
        audit.AppendAsync(db, new AuditEntry(actor, happened, $"action/{action.Id}", outcome, Describe(action, details), action.CaseId), cancellation);

    /// <summary>Takes the action for writing; null when there is none.</summary>
    public static Task<ProposedAction?> FindAsync(OpsDbContext db, Guid id, CancellationToken cancellation) =>
        db.Set<ProposedAction>().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Brings the case in line with its actions; for whoever changed the case itself.</summary>
    public async Task RollUpAsync(OpsDbContext db, Guid caseId, CancellationToken cancellation)
    {
        if (await db.Set<Case>().SingleOrDefaultAsync(row => row.Id == caseId, cancellation) is { } subject)
        {
            var actions = await db.Set<ProposedAction>().AsNoTracking().Where(row => row.CaseId == caseId)
                .Select(row => new { row.State, row.ApproverRole, row.VerdictJson, row.Amount, row.Currency }).ToListAsync(cancellation);
            CaseRollup.Apply(
                subject,
                [.. actions.Select(row => new ActionInCase(Standing.Of(row.State, row.ApproverRole, row.VerdictJson), row.Amount, row.Currency))],
                clock.GetUtcNow());
        }
    }

    private static JsonObject Describe(ProposedAction action, JsonObject? details)
    {
        var all = details ?? [];
        all["number"] = action.Number;
        all["title"] = action.Title;
        all["action_type"] = action.ActionTypeId;
        all["action_type_version"] = action.ActionTypeVersion;
        all["state"] = ActionJson.NameOf(action.State);
        all["digest"] = action.Digest;
        all["nonce"] = action.Nonce.ToString();
        all["decision"] = action.DecisionId;
        return all;
    }
}

using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Autonomy;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>Stores assessed drafts as actions of a case: all of them, with their lines in the log, in one transaction.</summary>
public sealed class StoreProposals(OpsDatabase database, IAutonomy autonomy, IAuditLog audit, ActionLedger ledger, TimeProvider clock)
{
    internal async Task<IReadOnlyList<DraftOutcome>> StoreAsync(
        Actor actor, Case subject, IReadOnlyList<(ActionDraft Draft, AssessOutcome Outcome)> drafts, bool replace, Guid? undoes, CancellationToken cancellation)
    {
        var leases = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var type in drafts.Select(draft => draft.Outcome).OfType<AssessOutcome.Assessed>()
            .Where(assessed => assessed.Found.Verdict.Verdict == Verdict.Allow).Select(assessed => assessed.Found.Type.Id).Distinct())
        {
            leases[type] = await autonomy.FindLeaseAsync(type, cancellation);
        }

        return await database.WriteAsync<IReadOnlyList<DraftOutcome>>(
            async db =>
            {
                var earlier = replace ? await EarlierProposals.ReadAsync(db, actor, subject.Id, cancellation) : EarlierProposals.None;
                var kept = drafts.Select(draft => draft.Outcome is AssessOutcome.Assessed assessed ? earlier.Take(assessed.Found) : null).ToList();
                await WithdrawAsync(db, actor, earlier, cancellation);
                var number = await db.Set<ProposedAction>().Where(row => row.CaseId == subject.Id).MaxAsync(row => (int?)row.Number, cancellation) ?? 0;
                var outcomes = new List<DraftOutcome>();
                foreach (var ((draft, outcome), same) in drafts.Zip(kept))
                {
                    outcomes.Add((outcome, same) switch
                    {
                        (AssessOutcome.Assessed { Found: var found }, { } action) =>
                            await KeepAsync(db, new Slot(actor, subject.Id, action.Number, undoes, outcomes, leases), action, draft, (found, earlier.IsUndecided(action)), cancellation),
                        (AssessOutcome.Assessed { Found: var found }, null) =>
                            await StoreOneAsync(db, new Slot(actor, subject.Id, ++number, undoes, outcomes, leases), draft, found, cancellation),
                        _ => await RefuseAsync(db, actor, subject.Id, draft, outcome, cancellation),
                    });
                }

                return outcomes;
            },
            cancellation);
    }

    private async Task<DraftOutcome> StoreOneAsync(OpsDbContext db, Slot slot, ActionDraft draft, Assessment found, CancellationToken cancellation)
    {
        var earlier = draft.DependsOn is { } index ? slot.Earlier[index] : null;
        if (earlier is DraftOutcome.Refused)
        {
            return await RefuseAsync(db, slot.Actor, slot.CaseId, draft, new AssessOutcome.Unusable(["The action that it was to follow could not be proposed."]), cancellation);
        }

        var now = clock.GetUtcNow();
        var action = new ProposedAction
        {
            Id = Ids.New(clock),
            CaseId = slot.CaseId,
            Number = slot.Number,
            ActionTypeId = found.Type.Id,
            State = found.Verdict.Verdict == Verdict.Deny ? ActionState.Denied : ActionState.AwaitingApproval,
            ProvenanceJson = CanonicalJson.Write(found.Provenance),
            ProposedBy = slot.Actor.Id,
            ProposedByName = slot.Actor.Name,
            ProposedByKind = slot.Actor.Kind,
            ProposedAt = now,
            UpdatedAt = now,
            ExpiresAt = Expiry.Of(found.Verdict, now),
            DependsOn = (earlier as DraftOutcome.Stored)?.Id,
            Undoes = slot.Undoes,
            StateReason = found.Verdict.Reason,
        };
        await ledger.BindAsync(db, action, slot.Actor, found, DecisionStage.Proposed, cancellation);
        db.Add(action);
        db.AddRange(ActionTargets.Of(action));
        await ledger.RecordAsync(db, action, slot.Actor, "action.proposed", found.Verdict.Verdict == Verdict.Deny ? "refused" : "ok", Details(action), cancellation);
        if (slot.Leases.GetValueOrDefault(found.Type.Id) is { } lease && found.Verdict.Verdict == Verdict.Allow)
        {
            await AuthorizeAsync(db, action, lease, cancellation);
        }

        return new DraftOutcome.Stored(action.Id, action.Number, action.State, found.Verdict);
    }

    /// <summary>A lease decides in a person's place, and is held to account by the same kind of row.</summary>
    private async Task AuthorizeAsync(OpsDbContext db, ProposedAction action, string lease, CancellationToken cancellation)
    {
        db.Add(new ActionDecision
        {
            Id = Ids.New(clock),
            ActionId = action.Id,
            Kind = DecisionKind.Approve,
            DeciderId = ActionDecision.LeasePrefix + lease,
            DeciderName = "Autonomy lease",
            DeciderRole = action.ApproverRole,
            Digest = action.Digest,
            Nonce = action.Nonce,
            VerdictJson = action.VerdictJson,
            At = clock.GetUtcNow(),
        });
        action.State = ActionState.Queued;
        action.DueAt = clock.GetUtcNow();
        await ledger.RecordAsync(db, action, Actor.Jobs, "action.authorized", "ok", new JsonObject { ["lease"] = lease }, cancellation);
    }

    /// <summary>
    /// The earlier proposal stays, with its id, number and approvals. When nobody has decided it and something that it is bound to reads
    /// differently (a record's version, the rules, what must come first), it is bound to that.
    /// </summary>
    private async Task<DraftOutcome> KeepAsync(
        OpsDbContext db, Slot slot, ProposedAction action, ActionDraft draft, (Assessment Found, bool IsUndecided) now, CancellationToken cancellation)
    {
        var (found, isUndecided) = now;
        var after = draft.DependsOn is { } index ? (slot.Earlier[index] as DraftOutcome.Stored)?.Id : null;
        if (isUndecided && !IsBoundTo(action, found, after))
        {
            action.DependsOn = after;
            action.ProvenanceJson = CanonicalJson.Write(found.Provenance);
            action.State = found.Verdict.Verdict == Verdict.Deny ? ActionState.Denied : ActionState.AwaitingApproval;
            action.StateReason = found.Verdict.Reason;
            action.ExpiresAt = Expiry.Of(found.Verdict, clock.GetUtcNow());
            await ledger.BindAsync(db, action, slot.Actor, found, DecisionStage.Proposed, cancellation);
            await ActionTargets.ReplaceAsync(db, action, cancellation);
            await ledger.RecordAsync(db, action, slot.Actor, "action.refreshed", "ok", Details(action), cancellation);
            if (slot.Leases.GetValueOrDefault(found.Type.Id) is { } lease && found.Verdict.Verdict == Verdict.Allow)
            {
                await AuthorizeAsync(db, action, lease, cancellation);
            }
        }

        return new DraftOutcome.Stored(action.Id, action.Number, action.State, ActionJson.ReadVerdict(action.VerdictJson));
    }

    private static bool IsBoundTo(ProposedAction action, Assessment found, Guid? after) =>
        action.DependsOn == after
        && action.State != ActionState.Expired
        && action.ActionTypeVersion == found.Type.Version
        && action.MaterialJson == CanonicalJson.Write(found.Material)
        && action.TargetsJson == CanonicalJson.Write(found.Context.VersionsOf(found.Type.Targets))
        && action.VerdictJson == ActionJson.Write(found.Verdict)
        && action.ProvenanceJson == CanonicalJson.Write(found.Provenance);

    private async Task WithdrawAsync(OpsDbContext db, Actor actor, EarlierProposals earlier, CancellationToken cancellation)
    {
        foreach (var action in earlier.Left().ToList())
        {
            action.State = ActionState.Withdrawn;
            action.StateReason = "A newer proposal took its place.";
            action.DueAt = null;
            await ledger.RecordAsync(db, action, actor, "action.withdrawn", "ok", null, cancellation);
        }
    }

    private async Task<DraftOutcome> RefuseAsync(
        OpsDbContext db, Actor actor, Guid caseId, ActionDraft draft, AssessOutcome outcome, CancellationToken cancellation)
    {
        ActionRefusal refusal = outcome switch
        {
            AssessOutcome.Unusable unusable => new ActionRefusal.Unusable(unusable.Problems),
            AssessOutcome.Unreadable unreadable => new ActionRefusal.Unreadable(unreadable.Reason),
            _ => throw new InvalidOperationException("An assessed draft is not refused here."),
        };
        var details = new JsonObject { ["action_type"] = draft.ActionType, ["refusal"] = ActionRefusalText.Of(refusal) };
        await audit.AppendAsync(db, new AuditEntry(actor, "action.proposal-refused", $"case/{caseId}", "refused", details, caseId), cancellation);
        return new DraftOutcome.Refused(refusal);
    }

    private static JsonObject Details(ProposedAction action) => new()
    {
        ["title"] = action.Title,
        ["parameters"] = JsonNode.Parse(action.ParametersJson),
        ["verdict"] = JsonNode.Parse(action.VerdictJson),
    };

    /// <summary>Where a draft goes.</summary>
    private sealed record Slot(
        Actor Actor, Guid CaseId, int Number, Guid? Undoes, IReadOnlyList<DraftOutcome> Earlier, IReadOnlyDictionary<string, string?> Leases);
}

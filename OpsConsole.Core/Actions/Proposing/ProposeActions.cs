using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>What became of one draft.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <summary>It is an action now: denied by policies, or waiting for a decision.</summary>
    public sealed record Stored(Guid Id, int Number, ActionState State, PolicyVerdict Verdict) : DraftOutcome;

    /// <summary>It cannot be an action; nothing was stored but a line in the log.</summary>
    public sealed record Refused(ActionRefusal Refusal) : DraftOutcome;
}

/// <summary>What became of a proposal as a whole.</summary>
public abstract record ProposeOutcome
{
    private ProposeOutcome()
    {
    }

    /// <summary>Each draft has its own outcome, in the order given.</summary>
    public sealed record Proposed(IReadOnlyList<DraftOutcome> Drafts) : ProposeOutcome;

    public sealed record Refused(ActionRefusal Refusal) : ProposeOutcome;
}

/// <summary>
/// The one door by which actions come in, for playbooks, models, programs and people alike. A proposal grants nothing: it is checked
/// against its schema, read against the systems, held against the evidence for what it says of its own values, judged by policies, and then waits. All that can be stored of one call is stored in one
/// transaction.
/// </summary>
public sealed class ProposeActions(OpsDatabase database, IActionTypes types, AssessAction assess, ReadEvidence evidence, StoreProposals store, IAuditLog audit)
{
    public const int MostDrafts = 50;

    /// <param name="replace">Whether this proposer's earlier proposals for the case that nobody has decided or edited are withdrawn: prepared anew.</param>
    public async Task<ProposeOutcome> ProposeAsync(
        Actor actor, Guid caseId, IReadOnlyList<ActionDraft> drafts, bool replace, CancellationToken cancellation)
    {
        if (!actor.May(Permissions.ActionsPropose) && actor != Actor.Jobs && actor != Actor.Model)
        {
            return await RefuseAsync(actor, caseId, new ActionRefusal.Forbidden(new NotAllowed(Permissions.ActionsPropose)), cancellation);
        }

        var subject = await database.ReadAsync(db => db.Set<Case>().SingleOrDefaultAsync(row => row.Id == caseId, cancellation), cancellation);
        ActionRefusal? refusal = subject switch
        {
            null => new ActionRefusal.NoSuchCase(),
            { Stage: CaseStage.Closed } => new ActionRefusal.CaseClosed(),
            _ when drafts.Count > MostDrafts => new ActionRefusal.Unusable([$"At most {MostDrafts} actions can be proposed at once, not {drafts.Count}."]),
            _ => null,
        };
        if (refusal is not null)
        {
            return await RefuseAsync(actor, caseId, refusal, cancellation);
        }

        var known = drafts.Count == 0 ? null : await evidence.ReadAsync(caseId, cancellation);
        var assessed = new List<(ActionDraft Draft, AssessOutcome Outcome)>();
        foreach (var draft in drafts)
        {
            assessed.Add(await AssessDraftAsync(draft, subject!, actor, known!, assessed.Count, cancellation));
        }

        return new ProposeOutcome.Proposed(await store.StoreAsync(actor, subject!, assessed, replace, undoes: null, cancellation));
    }

    private async Task<(ActionDraft Draft, AssessOutcome Outcome)> AssessDraftAsync(
        ActionDraft draft, Case subject, Actor actor, CaseEvidence known, int index, CancellationToken cancellation)
    {
        var (parameters, problem) = CleanJson.Copy("parameters", draft.Parameters);
        var (provenance, other) = CleanJson.Copy("provenance", draft.Provenance);
        List<string> problems = [.. new[] { problem, other }.OfType<string>()];
        if (draft.DependsOn is { } first && (first < 0 || first >= index))
        {
            problems.Add("“dependsOn” must name an earlier action of the same list.");
        }

        var type = draft.ActionType is null ? null : types.Find(draft.ActionType);
        if (type is null)
        {
            problems.Add("There is no such action type.");
        }

        if (problems.Count > 0)
        {
            return (draft, new AssessOutcome.Unusable(problems));
        }

        var clean = draft with { Parameters = parameters!, Provenance = provenance! };
        var origins = new ClaimCheck(known, clean.Provenance, actor);
        return (clean, await assess.AssessAsync(type!, clean.Parameters, origins, subject, Proposer.Of(actor), cancellation));
    }

    private async Task<ProposeOutcome> RefuseAsync(Actor actor, Guid caseId, ActionRefusal refusal, CancellationToken cancellation)
    {
        var details = new JsonObject { ["refusal"] = refusal.GetType().Name };
        await audit.AppendAsync(new AuditEntry(actor, "action.proposal-refused", $"case/{caseId}", "refused", details), cancellation);
        return new ProposeOutcome.Refused(refusal);
    }
}

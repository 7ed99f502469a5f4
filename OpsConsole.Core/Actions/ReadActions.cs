using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Executing;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions;

/// <summary>Reads actions as pages show them.</summary>
public sealed class ReadActions(OpsDatabase database, IActionTypes types, TimeProvider clock)
{
    /// <summary>All actions of a case by number, with decisions and runs; nothing for an actor who may not see cases.</summary>
    public Task<IReadOnlyList<ActionView>> OfCaseAsync(Actor actor, Guid caseId, CancellationToken cancellation) =>
        ReadAsync(actor, rows => rows.Where(row => row.CaseId == caseId).OrderBy(row => row.Number), cancellation);

    /// <summary>One action, or null.</summary>
    public async Task<ActionView?> FindAsync(Actor actor, Guid actionId, CancellationToken cancellation) =>
        (await ReadAsync(actor, rows => rows.Where(row => row.Id == actionId), cancellation)).SingleOrDefault();

    internal async Task<IReadOnlyList<ActionView>> ReadAsync(
        Actor actor, Func<IQueryable<ProposedAction>, IQueryable<ProposedAction>> which, CancellationToken cancellation) =>
        actor.May(Permissions.CasesView)
            ? await database.ReadAsync(db => ReadAsync(db, actor, which, cancellation), cancellation)
            : [];

    private async Task<IReadOnlyList<ActionView>> ReadAsync(
        OpsDbContext db, Actor actor, Func<IQueryable<ProposedAction>, IQueryable<ProposedAction>> which, CancellationToken cancellation)
    {
        var actions = await which(db.Set<ProposedAction>()).ToListAsync(cancellation);
        var ids = actions.Select(row => row.Id).ToList();
        var caseIds = actions.Select(row => row.CaseId).Distinct().ToList();
        var cases = await db.Set<Case>().Where(row => caseIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        var numbers = await db.Set<ProposedAction>().Where(row => caseIds.Contains(row.CaseId)).Select(row => new { row.Id, row.Number })
            .ToDictionaryAsync(row => row.Id, row => row.Number, cancellation);
        var decisions = (await db.Set<ActionDecision>().Where(row => ids.Contains(row.ActionId)).OrderBy(row => row.At).ToListAsync(cancellation))
            .ToLookup(row => row.ActionId);
        var runs = (await db.Set<ActionRun>().Where(row => ids.Contains(row.ActionId)).OrderBy(row => row.Attempt).ToListAsync(cancellation))
            .ToLookup(row => row.ActionId);
        return [.. actions.Where(row => cases.ContainsKey(row.CaseId))
            .Select(row => View(actor, row, cases[row.CaseId], numbers, [.. decisions[row.Id]], [.. runs[row.Id]]))];
    }

    private ActionView View(
        Actor actor, ProposedAction action, Case subject, Dictionary<Guid, int> numbers, IReadOnlyList<ActionDecision> decisions, IReadOnlyList<ActionRun> runs)
    {
        var verdict = ActionJson.ReadVerdict(action.VerdictJson);
        var type = types.Find(action.ActionTypeId, action.ActionTypeVersion);
        var approvals = decisions.Where(decision => decision.Kind == DecisionKind.Approve && decision.Nonce == action.Nonce).ToList();
        var blind = BlindApprovals.AreHidden(action, verdict, approvals, actor);
        return new ActionView
        {
            Action = action,
            CaseSubject = subject.Subject,
            CaseNumber = subject.Number,
            Parameters = Parameters(action),
            Preview = ActionJson.ReadList<PreviewRow>(action.PreviewJson),
            Changed = ActionJson.ReadList<ChangedLine>(action.ChangedJson),
            Targets = [.. ActionJson.ReadObject(action.TargetsJson).Select(target => new TargetView(target.Key, (string?)target.Value ?? ""))],
            Verdict = verdict,
            Type = type,
            Decisions = blind ? [.. decisions.Except(approvals)] : decisions,
            Approvals = approvals.Count,
            Runs = runs,
            ApproveRefusal = RefuseApproval(actor, action, verdict, approvals),
            MayReject = DecisionRights.RefuseDecision(actor, action) is null,
            MayEdit = EditAction.Refuse(actor, action) is null,
            MayUndo = UndoAction.Refuse(actor, action, type) is null,
            MayReconcile = ReconcileByPerson.Refuse(actor, action) is null,
            AfterNumber = Number(numbers, action.DependsOn),
            UndoesNumber = Number(numbers, action.Undoes),
        };
    }

    private ActionRefusal? RefuseApproval(Actor actor, ProposedAction action, PolicyVerdict verdict, List<ActionDecision> approvals) =>
        approvals.Any(decision => decision.DeciderId == actor.Id)
            ? new ActionRefusal.AlreadyApproved(approvals.Count, verdict.Quorum)
            : DecisionRights.RefuseApproval(actor, action, verdict, clock.GetUtcNow());

    private static int? Number(Dictionary<Guid, int> numbers, Guid? id) => id is { } known && numbers.TryGetValue(known, out var number) ? number : null;

    private static List<ParameterView> Parameters(ProposedAction action)
    {
        var provenance = ActionJson.ReadObject(action.ProvenanceJson);
        return [.. ActionJson.ReadObject(action.ParametersJson).Select(parameter =>
        {
            var source = ProvenanceText.Of(provenance, parameter.Key);
            return new ParameterView(parameter.Key, Expressions.Display(parameter.Value), source.From, source.Phrase, Origin.IsUntrusted(provenance, parameter.Key));
        })];
    }
}

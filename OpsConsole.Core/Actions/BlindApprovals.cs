using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Actions;

/// <summary>
/// Where a rule asks for blind approvals, whoever could still approve learns neither who approved nor what was written until enough have
/// approved: not from the action, and not from the log either.
/// </summary>
internal sealed class BlindApprovals : IAuditVeil
{
    private const string Approved = "action.approved";

    /// <param name="approvals">Those of the present contract.</param>
    public static bool AreHidden(ProposedAction action, PolicyVerdict verdict, IReadOnlyList<ActionDecision> approvals, Actor actor) =>
        verdict.Blind && action.State == ActionState.AwaitingApproval && approvals.All(decision => decision.DeciderId != actor.Id);

    public async Task<IReadOnlySet<long>> HideAsync(OpsDbContext db, Actor actor, IReadOnlyList<AuditRecord> rows, CancellationToken cancellation)
    {
        var told = rows.Where(row => row.Event == Approved).ToLookup(row => ActionOf(row.Subject));
        if (told.Count == 0 || !actor.May(Permissions.ActionsDecide))
        {
            return new HashSet<long>();
        }

        var ids = told.Select(group => group.Key).ToList();
        var open = await db.Set<ProposedAction>().AsNoTracking().Where(row => ids.Contains(row.Id) && row.State == ActionState.AwaitingApproval).ToListAsync(cancellation);
        var approvals = (await db.Set<ActionDecision>().AsNoTracking().Where(row => ids.Contains(row.ActionId) && row.Kind == DecisionKind.Approve).ToListAsync(cancellation))
            .ToLookup(row => row.ActionId);
        return open
            .Where(action => AreHidden(action, ActionJson.ReadVerdict(action.VerdictJson), [.. approvals[action.Id].Where(row => row.Nonce == action.Nonce)], actor))
            .SelectMany(action => told[action.Id]).Select(row => row.Sequence).ToHashSet();
    }

    private static Guid ActionOf(string subject) => Guid.TryParse(subject.AsSpan(subject.IndexOf('/', StringComparison.Ordinal) + 1), out var id) ? id : Guid.Empty;
}

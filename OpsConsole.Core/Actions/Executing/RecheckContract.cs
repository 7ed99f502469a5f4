using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Actions.Proving;
using OpsConsole.Core.Autonomy;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Core.Actions.Executing;

/// <summary>Reads everything again that a decision was bound to and says whether it still holds. Changes nothing.</summary>
public sealed class RecheckContract(OpsDatabase database, IActionTypes types, AssessAction assess, IAutonomy autonomy, TimeProvider clock)
{
    private static readonly ActionState[] Effective = [ActionState.Verified, ActionState.Unverifiable, ActionState.Undone];

    public async Task<CheckOutcome> CheckAsync(Guid actionId, CancellationToken cancellation)
    {
        var known = await database.ReadAsync(db => ReadAsync(db, actionId, cancellation), cancellation);
        if (known.Action.ExpiresAt <= clock.GetUtcNow())
        {
            return new CheckOutcome.Lapsed();
        }

        if (types.Find(known.Action.ActionTypeId) is not { } type)
        {
            return new CheckOutcome.Unusable("The action type is no longer known.");
        }

        var parameters = ActionJson.ReadObject(known.Action.ParametersJson);
        var origins = ParameterOrigins.Known(ActionJson.ReadObject(known.Action.ProvenanceJson));
        switch (await assess.AssessAsync(type, parameters, origins, known.Subject, Proposer.Of(known.Action), cancellation))
        {
            case AssessOutcome.Assessed assessed:
                var lease = await autonomy.FindLeaseAsync(type.Id, cancellation);
                return ContractCheck.Compare(known.Action, known.Decisions, assessed.Found, lease, known.Own, clock.GetUtcNow());
            case AssessOutcome.Unusable unusable:
                return new CheckOutcome.Unusable(string.Join(" ", unusable.Problems));
            case AssessOutcome.Unreadable unreadable:
                return new CheckOutcome.Unreadable(unreadable.Reason);
            default:
                throw new InvalidOperationException("AssessOutcome is a closed family.");
        }
    }

    private static async Task<Known> ReadAsync(OpsDbContext db, Guid actionId, CancellationToken cancellation)
    {
        var action = await db.Set<ProposedAction>().SingleAsync(row => row.Id == actionId, cancellation);
        return new Known(
            action,
            await db.Set<Case>().SingleAsync(row => row.Id == action.CaseId, cancellation),
            await db.Set<ActionDecision>().Where(row => row.ActionId == actionId).ToListAsync(cancellation),
            await ReadOwnAsync(db, action.CaseId, cancellation));
    }

    /// <summary>The versions that the verified actions of a case left behind; of several that read one record the latest counts.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> ReadOwnAsync(OpsDbContext db, Guid caseId, CancellationToken cancellation)
    {
        var left = await db.Set<ActionRun>()
            .Where(run => run.AfterVersionsJson != null && db.Set<ProposedAction>().Any(row => row.Id == run.ActionId && row.CaseId == caseId && Effective.Contains(row.State)))
            .OrderBy(run => run.ProbedAt)
            .Select(run => run.AfterVersionsJson)
            .ToListAsync(cancellation);
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (record, version) in left.SelectMany(json => ActionJson.ReadObject(json)))
        {
            own[record] = (string?)version ?? "";
        }

        return own;
    }

    private sealed record Known(ProposedAction Action, Case Subject, IReadOnlyList<ActionDecision> Decisions, IReadOnlyDictionary<string, string> Own);
}

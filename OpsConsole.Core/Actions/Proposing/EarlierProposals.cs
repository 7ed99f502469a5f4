using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Actions.Proposing;

/// <summary>
/// What stands of a case's earlier proposals when the case is prepared anew. A draft that comes out the same as one of them is that one: it
/// keeps its id, its number and its approvals. What is decided, under way or done is not proposed a second time. What somebody rejected or
/// undid comes back only when the facts that mattered have changed.
/// </summary>
internal sealed class EarlierProposals
{
    private static readonly ActionState[] Committed =
    [
        ActionState.Queued, ActionState.Running, ActionState.Retrying, ActionState.Unknown,
        ActionState.Acknowledged, ActionState.Verified, ActionState.Contradicted, ActionState.Unverifiable,
    ];

    private static readonly ActionState[] Replaceable = [ActionState.AwaitingApproval, ActionState.Denied, ActionState.Expired];

    private readonly string _proposer;
    private readonly List<ProposedAction> _actions;
    private readonly HashSet<Guid> _decided;
    private readonly HashSet<Guid> _kept = [];

    private EarlierProposals(string proposer, List<ProposedAction> actions, HashSet<Guid> decided) => (_proposer, _actions, _decided) = (proposer, actions, decided);

    public static readonly EarlierProposals None = new("", [], []);

    public static async Task<EarlierProposals> ReadAsync(OpsDbContext db, Actor actor, Guid caseId, CancellationToken cancellation)
    {
        var actions = await db.Set<ProposedAction>().Where(row => row.CaseId == caseId && row.Undoes == null && row.State != ActionState.Withdrawn)
            .OrderBy(row => row.Number).ToListAsync(cancellation);
        var ids = actions.ConvertAll(action => action.Id);
        var decided = await db.Set<ActionDecision>().Where(decision => ids.Contains(decision.ActionId)).Select(decision => decision.ActionId).Distinct().ToListAsync(cancellation);
        return new EarlierProposals(actor.Id, actions, [.. decided]);
    }

    /// <summary>The earlier proposal that a draft is; each is found once. Null when the draft is new.</summary>
    public ProposedAction? Take(Assessment found)
    {
        var parameters = CanonicalJson.Write(found.Parameters);
        var match = _actions.FirstOrDefault(action => !_kept.Contains(action.Id) && action.ActionTypeId == found.Type.Id && Is(action, found, parameters));
        if (match is not null)
        {
            _kept.Add(match.Id);
        }

        return match;
    }

    /// <summary>Nobody has decided or edited it, so that it follows what preparation finds.</summary>
    public bool IsUndecided(ProposedAction action) =>
        action.ProposedBy == _proposer && action.EditedBy is null && Replaceable.Contains(action.State) && !_decided.Contains(action.Id);

    /// <summary>What is to be withdrawn: undecided, and not among the drafts any more.</summary>
    public IEnumerable<ProposedAction> Left() => _actions.Where(action => !_kept.Contains(action.Id) && IsUndecided(action));

    private bool Is(ProposedAction action, Assessment found, string parameters)
    {
        if (action.EditedBy is not null && action.ProposedBy == _proposer && action.State == ActionState.AwaitingApproval)
        {
            // A person has put other parameters in their place; the same act on the same records is theirs now.
            return Targets(action).SetEquals(found.Context.VersionsOf(found.Type.Targets).Select(target => target.Key));
        }

        if (action.ParametersJson != parameters)
        {
            return false;
        }

        return Committed.Contains(action.State)
            || (action.ProposedBy == _proposer && action.State is not (ActionState.Expired or ActionState.Failed)
                && (_decided.Contains(action.Id) && action.State == ActionState.AwaitingApproval || action.MaterialJson == CanonicalJson.Write(found.Material)));
    }

    private static HashSet<string> Targets(ProposedAction action) => [.. ActionJson.ReadObject(action.TargetsJson).Select(target => target.Key)];
}

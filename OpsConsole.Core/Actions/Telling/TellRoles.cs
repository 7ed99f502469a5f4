using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Actions.Telling;

/// <summary>Writes the notices that a rule asks for, in the transaction of what they tell.</summary>
public sealed class TellRoles(TimeProvider clock)
{
    /// <summary>Announced with a role's name when there is something new for it.</summary>
    public const string Topic = "notice";

    internal async Task FollowAsync(OpsDbContext db, ProposedAction action, Happening happened, CancellationToken cancellation)
    {
        if (Kind(action, happened) is not { } kind || ActionJson.ReadVerdict(action.VerdictJson) is not { Notify.Count: > 0 } verdict)
        {
            return;
        }

        var number = await db.Set<Case>().Where(row => row.Id == action.CaseId).Select(row => row.Number).SingleAsync(cancellation);
        foreach (var role in verdict.Notify)
        {
            db.Add(new ActionNotice
            {
                Id = Ids.New(clock),
                Role = role,
                Happened = kind,
                ActionId = action.Id,
                ActionNumber = action.Number,
                Title = action.Title,
                CaseId = action.CaseId,
                CaseNumber = number,
                By = happened.Actor.Id,
                ByName = happened.Actor.Name,
                Rule = action.DecidingRule,
                Reason = kind is NoticeKind.Rejected or NoticeKind.Failed ? action.StateReason : verdict.Reason,
                At = clock.GetUtcNow(),
            });
            db.Announce(Topic, role);
        }
    }

    private static NoticeKind? Kind(ProposedAction action, Happening happened) => (happened.Event, action.State) switch
    {
        ("action.proposed" or "action.edited" or "action.denied", ActionState.Denied) => NoticeKind.Denied,
        ("action.approved" or "action.authorized", ActionState.Queued) => NoticeKind.Approved,
        ("action.rejected", ActionState.Rejected) => NoticeKind.Rejected,
        ("action.acknowledged", ActionState.Acknowledged) => NoticeKind.Executed,
        ("action.failed" or "action.unreached", ActionState.Failed) => NoticeKind.Failed,
        _ => null,
    };
}

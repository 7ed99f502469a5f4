using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Preparation.Context;

/// <summary>Reads what is known of a case's customer from that customer's other cases. Nothing while the customer is not known.</summary>
public sealed class ReadCaseContext(OpsDatabase database)
{
    private const int MostOpen = 5;
    private const int MostResolved = 3;
    private const int MostReplies = 3;

    private static readonly ActionState[] Counted =
        [ActionState.Acknowledged, ActionState.Verified, ActionState.Unverifiable, ActionState.Contradicted, ActionState.Failed, ActionState.Undone, ActionState.Rejected, ActionState.Unknown];

    /// <summary>Nothing for an actor who may not see cases; the console itself may.</summary>
    public Task<CaseContext> ReadAsync(Actor actor, Guid caseId, CancellationToken cancellation) => ReadAsync(actor, caseId, null, cancellation);

    /// <param name="customer">The customer's record where the case does not know it yet; null for what the case knows.</param>
    internal Task<CaseContext> ReadAsync(Actor actor, Guid caseId, string? customer, CancellationToken cancellation) =>
        actor.May(Permissions.CasesView) || actor == Actor.Jobs
            ? database.ReadAsync(db => ReadAsync(db, caseId, customer, cancellation), cancellation)
            : Task.FromResult(CaseContext.None);

    private static async Task<CaseContext> ReadAsync(OpsDbContext db, Guid caseId, string? customer, CancellationToken cancellation)
    {
        customer ??= await db.Set<Case>().Where(row => row.Id == caseId).Select(row => row.CustomerRecord).SingleOrDefaultAsync(cancellation);
        if (customer is null)
        {
            return CaseContext.None;
        }

        var others = db.Set<Case>().Where(row => row.CustomerRecord == customer && row.Id != caseId && row.MergedIntoId == null);
        var open = await others.Where(row => row.Stage != CaseStage.Closed).OrderByDescending(row => row.OpenedAt).Take(MostOpen)
            .Select(row => new OpenCaseLine(row.Id, row.Number, row.Subject, row.Stage, row.OpenedAt)).ToListAsync(cancellation);
        var resolved = await others.Where(row => row.Stage == CaseStage.Closed && row.ResolvedAt != null).OrderByDescending(row => row.ResolvedAt).Take(MostResolved).ToListAsync(cancellation);
        var ids = resolved.ConvertAll(row => row.Id);
        var actions = await db.Set<ProposedAction>().Where(row => ids.Contains(row.CaseId) && Counted.Contains(row.State)).OrderBy(row => row.Number)
            .Select(row => new { row.CaseId, Line = new EarlierAction(row.Title, row.State) }).ToListAsync(cancellation);
        var replies = await (
            from message in db.Set<CaseMessage>().Where(row => row.Kind == MessageKind.Outbound
                && !db.Set<ReplyDelivery>().Any(delivery => delivery.MessageId == row.Id && delivery.State != DeliveryState.Sent))
            join @case in db.Set<Case>().Where(row => row.CustomerRecord == customer) on message.CaseId equals @case.Id
            orderby message.At descending
            select new EarlierReply(@case.Number, message.Channel, message.At, message.Body)).Take(MostReplies).ToListAsync(cancellation);
        return new CaseContext(
            open,
            [.. resolved.Select(row => new EarlierOutcome(
                row.Id, row.Number, row.Subject, row.ResolvedAt!.Value, row.Resolution ?? "", [.. actions.Where(action => action.CaseId == row.Id).Select(action => action.Line)]))],
            replies);
    }
}

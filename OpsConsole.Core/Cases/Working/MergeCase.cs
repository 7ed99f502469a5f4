using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>
/// Makes two cases one: what was said in the first stands in the other's thread, in order of time, and the first is closed as merged. What
/// was proposed in it and nobody has decided is withdrawn, and the other is prepared anew on all that was said.
/// </summary>
public sealed class MergeCase(CaseChange change, IEnumerable<ICaseFollower> followers, IAuditLog audit, TimeProvider clock)
{
    /// <param name="actor">Who merges.</param>
    /// <param name="caseId">The case that ends.</param>
    /// <param name="seenVersion">Its version on screen.</param>
    /// <param name="intoNumber">The number of the case that goes on.</param>
    /// <param name="cancellation">Ends the wait, not a committed merger.</param>
    public Task<CaseOutcome> MergeAsync(Actor actor, Guid caseId, int seenVersion, long intoNumber, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.merged", edit => MergeAsync(edit, actor, intoNumber), cancellation);

    private async Task<CaseError?> MergeAsync(CaseEdit edit, Actor actor, long intoNumber)
    {
        var (db, from) = (edit.Db, edit.Case);
        var into = await db.Set<Case>().SingleOrDefaultAsync(row => row.Number == intoNumber, edit.Cancellation);
        edit.Details["into"] = intoNumber;
        if (Refuse(from, into) is { } error)
        {
            return error;
        }

        foreach (var follower in followers)
        {
            await follower.EndedAsync(db, actor, from.Id, CaseEnd.Merged, edit.Cancellation);
        }

        await MoveAsync(edit, into!);
        Close(from, into!, edit.Now);
        db.Add(ThreadNote.Make(edit with { Case = into! }, clock, actor.Name, $"CASE-{from.Number} was merged into this case."));
        Continue(into!, edit.Now);
        await audit.AppendAsync(
            db, new AuditEntry(actor, "case.taken-in", $"case/{into!.Id}", "ok", new JsonObject { ["from"] = from.Number, ["from_case"] = from.Id.ToString() }, into.Id), edit.Cancellation);
        db.Announce("case", into.Id);
        db.Announce(PreparationLeases.Topic, into.Id);
        return null;
    }

    private static CaseError? Refuse(Case from, Case? into) =>
        into is null ? new CaseError.NotMergeable("There is no case of that number.")
        : into.Id == from.Id ? new CaseError.NotMergeable("That is this case itself.")
        : from.Stage == CaseStage.Closed ? new CaseError.Resolved()
        : into.Stage == CaseStage.Closed ? new CaseError.NotMergeable($"CASE-{into.Number} is resolved; reopen it first.")
        : from.CustomerRecord is { } one && into.CustomerRecord is { } other && one != other ? new CaseError.NotMergeable($"CASE-{into.Number} is another customer's.")
        : from.Best is BestAction.Running or BestAction.Unknown ? new CaseError.StillActing()
        : null;

    private static async Task MoveAsync(CaseEdit edit, Case into)
    {
        var from = edit.Case.Id;
        await edit.Db.Set<CaseMessage>().Where(row => row.CaseId == from).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.CaseId, into.Id).SetProperty(message => message.MovedFromId, message => message.MovedFromId ?? from), edit.Cancellation);
        await edit.Db.Set<ReplyDelivery>().Where(row => row.CaseId == from).ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.CaseId, into.Id), edit.Cancellation);
    }

    private static void Close(Case from, Case into, DateTimeOffset now)
    {
        CaseClock.Resume(from, now);
        Handoff.Clear(from);
        from.Stage = CaseStage.Closed;
        from.ResolvedAt = now;
        from.Resolution = $"Merged into CASE-{into.Number}.";
        from.MergedIntoId = into.Id;
        from.PrepareAt = null;
    }

    private static void Continue(Case into, DateTimeOffset now)
    {
        CaseClock.Resume(into, now);
        into.PrepareAt = now;
        into.Version++;
        into.UpdatedAt = now;
    }
}

using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>
/// The door through which people change a case: permission, the version that was seen, the change, its audit row and the announcement,
/// all in one transaction. A refusal changes nothing but the log.
/// </summary>
public sealed class CaseChange(OpsDatabase database, IAuditLog audit, TimeProvider clock)
{
    /// <param name="actor">Who wants it.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="seenVersion">The version that the actor saw; null for what does not depend on it, such as a note.</param>
    /// <param name="name">The audit event, such as <c>case.taken</c>.</param>
    /// <param name="apply">Checks before it changes; answers with the refusal, or null when done.</param>
    /// <param name="cancellation">Ends the wait, not a committed change.</param>
    internal Task<CaseOutcome> ApplyAsync(
        Actor actor, Guid caseId, int? seenVersion, string name, Func<CaseEdit, Task<CaseError?>> apply, CancellationToken cancellation) =>
        database.WriteAsync(
            async db =>
            {
                var @case = actor.May(Permissions.CasesWork) ? await db.Set<Case>().SingleOrDefaultAsync(row => row.Id == caseId, cancellation) : null;
                var edit = new CaseEdit(db, @case!, clock.GetUtcNow(), cancellation);
                var error = Refuse(actor, @case, seenVersion) ?? await apply(edit);
                if (error is not null)
                {
                    edit.Details["refusal"] = error.GetType().Name;
                    await audit.AppendAsync(db, new AuditEntry(actor, name, $"case/{caseId}", "refused", edit.Details, @case?.Id), cancellation);
                    return new CaseOutcome.Refused(error);
                }

                edit.Finish();
                await audit.AppendAsync(db, new AuditEntry(actor, name, $"case/{caseId}", "ok", edit.Details, caseId), cancellation);
                return (CaseOutcome)new CaseOutcome.Done(caseId, @case!.Version);
            },
            cancellation);

    internal Task<CaseOutcome> ApplyAsync(
        Actor actor, Guid caseId, int? seenVersion, string name, Func<CaseEdit, CaseError?> apply, CancellationToken cancellation) =>
        ApplyAsync(actor, caseId, seenVersion, name, edit => Task.FromResult(apply(edit)), cancellation);

    private static CaseError? Refuse(Actor actor, Case? @case, int? seenVersion) =>
        !actor.May(Permissions.CasesWork) ? new CaseError.Forbidden(new NotAllowed(Permissions.CasesWork))
        : @case is null ? new CaseError.NotFound()
        : seenVersion is { } seen && seen != @case.Version ? new CaseError.Stale(seen, @case.Version)
        : null;
}

using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>Opens a resolved case again; it is prepared anew, because the world has moved on.</summary>
public sealed class ReopenCase(CaseChange change, TimeProvider clock)
{
    public Task<CaseOutcome> ReopenAsync(Actor actor, Guid caseId, int seenVersion, string reason, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.reopened", edit => Reopen(edit, actor, reason), cancellation);

    private CaseError? Reopen(CaseEdit edit, Actor actor, string reason)
    {
        if (edit.Case.Stage != CaseStage.Closed)
        {
            return new CaseError.NotResolved();
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 2000)
        {
            return new CaseError.Invalid(["Say in 1 to 2000 characters why the case is opened again."]);
        }

        edit.Db.Add(ThreadNote.Make(edit, clock, actor.Name, $"Reopened. {reason.Trim()}"));
        edit.Details["reason"] = reason.Trim();
        Open(edit.Case, edit.Now);
        return null;
    }

    internal static void Open(Case @case, DateTimeOffset now)
    {
        @case.Stage = CaseStage.Open;
        @case.ResolvedAt = null;
        @case.Resolution = null;
        @case.PrepareAt = now;
    }
}

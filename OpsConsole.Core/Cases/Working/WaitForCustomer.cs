using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>Stops the clock until the customer answers. The next message from the customer, or a person, runs it on.</summary>
public sealed class WaitForCustomer(CaseChange change)
{
    public Task<CaseOutcome> WaitAsync(Actor actor, Guid caseId, int seenVersion, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.paused", Pause, cancellation);

    /// <summary>Runs the clock on without an answer.</summary>
    public Task<CaseOutcome> GoOnAsync(Actor actor, Guid caseId, int seenVersion, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.resumed", Resume, cancellation);

    private static CaseError? Pause(CaseEdit edit)
    {
        if (edit.Case.Stage == CaseStage.Closed)
        {
            return new CaseError.Resolved();
        }

        if (edit.Case.PausedAt is not null)
        {
            return new CaseError.AlreadyWaiting();
        }

        CaseClock.Pause(edit.Case, edit.Now);
        return null;
    }

    private static CaseError? Resume(CaseEdit edit)
    {
        CaseClock.Resume(edit.Case, edit.Now);
        return null;
    }
}

using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>The receiver declines an offered case, or the one who offered it takes the offer back. The holder stays the same.</summary>
public sealed class DeclineHandoff(CaseChange change, TimeProvider clock)
{
    public Task<CaseOutcome> DeclineAsync(Actor actor, Guid caseId, int seenVersion, string reason, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.handoff-declined", edit => Decline(edit, actor, reason), cancellation);

    private CaseError? Decline(CaseEdit edit, Actor actor, string reason)
    {
        var @case = edit.Case;
        if (@case.OfferedToId is null || (@case.OfferedToId != actor.Id && @case.OfferedById != actor.Id))
        {
            return new CaseError.NothingOffered();
        }

        var said = @case.OfferedToId == actor.Id ? $"Declined the case from {@case.OfferedByName}." : $"Took back the offer to {@case.OfferedToName}.";
        edit.Details["reason"] = reason;
        edit.Db.Add(ThreadNote.Make(edit, clock, actor.Name, $"{said} {reason}".TrimEnd()));
        Handoff.Clear(@case);
        return null;
    }
}

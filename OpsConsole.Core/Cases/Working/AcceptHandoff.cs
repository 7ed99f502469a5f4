using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>The receiver accepts an offered case and holds it from now on.</summary>
public sealed class AcceptHandoff(CaseChange change, TimeProvider clock)
{
    public Task<CaseOutcome> AcceptAsync(Actor actor, Guid caseId, int seenVersion, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.handoff-accepted", edit => Accept(edit, actor), cancellation);

    private CaseError? Accept(CaseEdit edit, Actor actor)
    {
        var @case = edit.Case;
        if (@case.OfferedToId != actor.Id)
        {
            return new CaseError.NothingOffered();
        }

        edit.Details["from"] = @case.OfferedByName;
        edit.Db.Add(ThreadNote.Make(edit, clock, actor.Name, $"Accepted the case from {@case.OfferedByName}."));
        (@case.AssigneeId, @case.AssigneeName) = (actor.Id, actor.Name);
        Handoff.Clear(@case);
        return null;
    }
}

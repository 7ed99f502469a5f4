using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>Offers a case to another person with a note. It stays where it is until that person accepts; a new offer replaces the last.</summary>
public sealed class OfferHandoff(CaseChange change, TimeProvider clock)
{
    public Task<CaseOutcome> OfferAsync(Actor actor, Guid caseId, int seenVersion, Assignee receiver, string note, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.handoff-offered", edit => Offer(edit, actor, receiver, note), cancellation);

    private CaseError? Offer(CaseEdit edit, Actor actor, Assignee receiver, string note)
    {
        var @case = edit.Case;
        if (@case.Stage == CaseStage.Closed)
        {
            return new CaseError.Resolved();
        }

        if (@case.AssigneeId is not null && @case.AssigneeId != actor.Id && !actor.May(Permissions.ActionsDecideAsSupervisor))
        {
            return new CaseError.HeldBy(@case.AssigneeName ?? @case.AssigneeId);
        }

        if (receiver.Id == @case.AssigneeId)
        {
            return new CaseError.Invalid([$"{receiver.Name} holds this case already; choose somebody else."]);
        }

        (@case.OfferedToId, @case.OfferedToName) = (receiver.Id, receiver.Name);
        (@case.OfferedById, @case.OfferedByName) = (actor.Id, actor.Name);
        @case.OfferNote = note.Trim();
        edit.Details["to"] = receiver.Name;
        edit.Db.Add(ThreadNote.Make(edit, clock, actor.Name, $"Offered to {receiver.Name}. {@case.OfferNote}".TrimEnd()));
        return null;
    }
}

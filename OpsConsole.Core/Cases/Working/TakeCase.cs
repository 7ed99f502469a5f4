using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>A person takes a case that nobody holds.</summary>
public sealed class TakeCase(CaseChange change)
{
    public Task<CaseOutcome> TakeAsync(Actor actor, Guid caseId, int seenVersion, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.taken", edit => Take(edit.Case, actor), cancellation);

    internal static CaseError? Take(Case @case, Actor actor)
    {
        if (@case.Stage == CaseStage.Closed)
        {
            return new CaseError.Resolved();
        }

        if (@case.AssigneeId is not null && @case.AssigneeId != actor.Id)
        {
            return new CaseError.HeldBy(@case.AssigneeName ?? @case.AssigneeId);
        }

        (@case.AssigneeId, @case.AssigneeName) = (actor.Id, actor.Name);
        return null;
    }
}

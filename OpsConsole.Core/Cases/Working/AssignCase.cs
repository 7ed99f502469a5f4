using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>Who is to hold a case.</summary>
public sealed record Assignee(string Id, string Name);

/// <summary>
/// Gives a case to a person, or back to the queue. The holder and supervisors may; anybody may assign a case that nobody holds. Another
/// person's case is asked for by a handoff instead.
/// </summary>
public sealed class AssignCase(CaseChange change)
{
    /// <param name="assignee">Null puts the case back into its queue.</param>
    public Task<CaseOutcome> AssignAsync(Actor actor, Guid caseId, int seenVersion, Assignee? assignee, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, assignee is null ? "case.released" : "case.assigned", edit => Assign(edit, actor, assignee), cancellation);

    private static CaseError? Assign(CaseEdit edit, Actor actor, Assignee? assignee)
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

        edit.Details["from"] = @case.AssigneeName;
        edit.Details["to"] = assignee?.Name;
        (@case.AssigneeId, @case.AssigneeName) = (assignee?.Id, assignee?.Name);
        Handoff.Clear(@case);
        return null;
    }
}

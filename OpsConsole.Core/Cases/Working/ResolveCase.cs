using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>
/// Closes a case with a resolution. Refused while actions are under way: their outcome belongs to it. What was proposed and nobody has decided
/// is withdrawn.
/// </summary>
public sealed class ResolveCase(CaseChange change, IEnumerable<ICaseFollower> followers)
{
    public Task<CaseOutcome> ResolveAsync(Actor actor, Guid caseId, int seenVersion, string resolution, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.resolved", edit => ResolveAsync(edit, actor, resolution), cancellation);

    private async Task<CaseError?> ResolveAsync(CaseEdit edit, Actor actor, string resolution)
    {
        var @case = edit.Case;
        if (@case.Stage == CaseStage.Closed)
        {
            return new CaseError.Resolved();
        }

        if (@case.Best is BestAction.Running or BestAction.Unknown)
        {
            return new CaseError.StillActing();
        }

        if (string.IsNullOrWhiteSpace(resolution) || resolution.Length > 2000)
        {
            return new CaseError.Invalid(["Say in 1 to 2000 characters how the case was resolved."]);
        }

        foreach (var follower in followers)
        {
            await follower.EndedAsync(edit.Db, actor, @case.Id, CaseEnd.Resolved, edit.Cancellation);
        }

        CaseClock.Resume(@case, edit.Now);
        Handoff.Clear(@case);
        @case.Stage = CaseStage.Closed;
        @case.ResolvedAt = edit.Now;
        @case.Resolution = resolution.Trim();
        @case.PrepareAt = null;
        edit.Details["resolution"] = @case.Resolution;
        return null;
    }
}

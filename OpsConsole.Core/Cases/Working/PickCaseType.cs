using OpsConsole.Core.Identity;
using OpsConsole.Core.Workflow;

namespace OpsConsole.Core.Cases.Working;

/// <summary>A person says what kind of case it is, because the classifier was unsure or wrong. Its clock follows, and it is prepared anew.</summary>
public sealed class PickCaseType(CaseChange change, ICaseTypes types)
{
    public Task<CaseOutcome> PickAsync(Actor actor, Guid caseId, int seenVersion, string caseTypeId, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion, "case.type-picked", edit => Pick(edit, caseTypeId), cancellation);

    private CaseError? Pick(CaseEdit edit, string caseTypeId)
    {
        var @case = edit.Case;
        if (@case.Stage == CaseStage.Closed)
        {
            return new CaseError.Resolved();
        }

        if (types.Find(caseTypeId) is not { } type)
        {
            return new CaseError.UnknownType(caseTypeId);
        }

        edit.Details["from"] = @case.CaseTypeId;
        edit.Details["to"] = type.Id;
        edit.Details["confidence"] = @case.TypeConfidence;
        @case.CaseTypeId = type.Id;
        @case.TypeConfidence = null;
        @case.Queue = type.Queue;
        CaseClock.Start(@case, type);
        @case.PrepareAt = edit.Now;
        return null;
    }
}

using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>Keeps the reply as a person has typed it so far, so that neither a lost connection nor another machine loses it.</summary>
public sealed class SaveDraft(CaseChange change)
{
    private const int Most = 20_000;

    public Task<CaseOutcome> SaveAsync(Actor actor, Guid caseId, string text, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion: null, "case.draft-saved", edit => Save(edit, text), cancellation);

    private static CaseError? Save(CaseEdit edit, string text)
    {
        if (text.Length > Most)
        {
            return new CaseError.Invalid([$"The reply has {text.Length} characters; the most is {Most}."]);
        }

        edit.Case.Draft = text;
        edit.Details["characters"] = text.Length;
        return null;
    }
}

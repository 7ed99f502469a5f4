using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Cases.Working;

/// <summary>Writes a note into the thread. The customer does not see it, and preparation does not start again for it.</summary>
public sealed class AddNote(CaseChange change, TimeProvider clock)
{
    private const int Most = 20_000;

    public Task<CaseOutcome> AddAsync(Actor actor, Guid caseId, string text, CancellationToken cancellation) =>
        change.ApplyAsync(actor, caseId, seenVersion: null, "case.noted", edit => Add(edit, actor, text), cancellation);

    private CaseError? Add(CaseEdit edit, Actor actor, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Most)
        {
            return new CaseError.Invalid([$"Write a note of 1 to {Most} characters."]);
        }

        edit.Db.Add(ThreadNote.Make(edit, clock, actor.Name, text.Trim()));
        return null;
    }
}

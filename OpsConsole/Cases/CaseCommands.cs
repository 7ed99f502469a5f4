using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>What a person can do on a case. Answers with the refusal in words, or null when it is done; what is done shows by itself, because the page is live.</summary>
public sealed class CaseCommands(
    CurrentActor current, AddNote note, SaveDraft draft, ResolveCase resolve, ReopenCase reopen, PickCaseType pick, WaitForCustomer wait)
{
    public async Task<ErrorText?> NoteAsync(Case seen, string text, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? Words(await note.AddAsync(actor, seen.Id, text, cancellation)) : ErrorText.SignedOut;

    public async Task<ErrorText?> SaveDraftAsync(Case seen, string text, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? Words(await draft.SaveAsync(actor, seen.Id, text, cancellation)) : ErrorText.SignedOut;

    public async Task<ErrorText?> ResolveAsync(Case seen, string resolution, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? Words(await resolve.ResolveAsync(actor, seen.Id, seen.Version, resolution, cancellation)) : ErrorText.SignedOut;

    public async Task<ErrorText?> ReopenAsync(Case seen, string reason, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? Words(await reopen.ReopenAsync(actor, seen.Id, seen.Version, reason, cancellation)) : ErrorText.SignedOut;

    public async Task<ErrorText?> PickTypeAsync(Case seen, string caseTypeId, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? Words(await pick.PickAsync(actor, seen.Id, seen.Version, caseTypeId, cancellation)) : ErrorText.SignedOut;

    /// <summary>Stops the clock until the customer answers, or lets it run again.</summary>
    public async Task<ErrorText?> WaitAsync(Case seen, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is not { } actor ? ErrorText.SignedOut
        : Words(seen.PausedAt is null
            ? await wait.WaitAsync(actor, seen.Id, seen.Version, cancellation)
            : await wait.GoOnAsync(actor, seen.Id, seen.Version, cancellation));

    internal static ErrorText? Words(CaseOutcome outcome) => outcome is CaseOutcome.Refused refused ? CaseErrorText.Of(refused.Error) : null;
}

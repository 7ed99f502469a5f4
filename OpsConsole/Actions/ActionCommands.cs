using System.Text.Json.Nodes;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Executing;
using OpsConsole.Identity;

namespace OpsConsole.Actions;

/// <summary>
/// What a person can do about an action, from whichever page. Who that person is, is asked anew for each command. Answers with the refusal
/// in words, or null when it is done; what is done shows by itself, because the page is live.
/// </summary>
public sealed class ActionCommands(
    CurrentActor current, ApproveAction approve, RejectAction reject, EditAction edit, UndoAction undo, ReconcileByPerson reconcile)
{
    /// <param name="given">What the rule asks the approver to hand in.</param>
    public async Task<ErrorText?> ApproveAsync(ActionView seen, IReadOnlyList<Attachment> given, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is not { } actor ? ErrorText.SignedOut
        : await approve.ApproveAsync(actor, seen.Action.Id, SeenContract.Of(seen.Action), comment: null, given, cancellation) is ApproveOutcome.Refused refused
            ? ActionErrorText.Of(refused.Refusal)
            : null;

    public async Task<ErrorText?> RejectAsync(ActionView seen, Rejection rejection, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is not { } actor ? ErrorText.SignedOut
        : await reject.RejectAsync(actor, seen.Action.Id, SeenContract.Of(seen.Action), rejection, cancellation) is RejectOutcome.Refused refused
            ? ActionErrorText.Of(refused.Refusal)
            : null;

    /// <summary>What an edit would be; stores nothing. Null when the person may do nothing any more.</summary>
    public async Task<EditOutcome?> PreviewAsync(ActionView seen, JsonObject parameters, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? await edit.PreviewAsync(actor, seen.Action.Id, parameters, cancellation) : null;

    public async Task<ErrorText?> EditAsync(ActionView seen, JsonObject parameters, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is not { } actor ? ErrorText.SignedOut
        : await edit.EditAsync(actor, seen.Action.Id, parameters, SeenContract.Of(seen.Action), cancellation) is EditOutcome.Refused refused
            ? ActionErrorText.Of(refused.Refusal)
            : null;

    public async Task<ErrorText?> UndoAsync(ActionView seen, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is not { } actor ? ErrorText.SignedOut
        : await undo.UndoAsync(actor, seen.Action.Id, cancellation) is UndoOutcome.Refused refused
            ? ActionErrorText.Of(refused.Refusal)
            : null;

    public async Task<ErrorText?> ReconcileAsync(ActionView seen, Finding finding, string reason, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is not { } actor ? ErrorText.SignedOut
        : await reconcile.ReconcileAsync(actor, seen.Action.Id, SeenContract.Of(seen.Action), finding, reason, cancellation) is ReconcileOutcome.Refused refused
            ? ActionErrorText.Of(refused.Refusal)
            : null;
}

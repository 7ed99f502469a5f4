using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>What a person does about replies and mergers. Answers with the refusal, or null when it is done; what is done shows by itself.</summary>
public sealed class ReplyCommands(CurrentActor current, SendReply send, DecideDelivery decide, MergeCase merge)
{
    /// <summary>The refusal as such, because a newer message and an unsupported sentence can be confirmed.</summary>
    public async Task<(CaseError? Error, ErrorText? Text)> SendAsync(Case seen, ReplyToSend reply, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is not { } actor ? (null, ErrorText.SignedOut)
        : await send.SendAsync(actor, seen.Id, reply, cancellation) is SendReplyOutcome.Refused { Error: var error } ? (error, CaseErrorText.Of(error))
        : (null, null);

    public async Task<ErrorText?> DecideAsync(ReplyDelivery seen, DeliveryDecision decision, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor
            ? CaseCommands.Words(await decide.DecideAsync(actor, seen.MessageId, seen.Version, decision, cancellation))
            : ErrorText.SignedOut;

    public async Task<ErrorText?> MergeAsync(Case seen, long into, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor
            ? CaseCommands.Words(await merge.MergeAsync(actor, seen.Id, seen.Version, into, cancellation))
            : ErrorText.SignedOut;
}

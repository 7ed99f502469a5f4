using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Identity;

namespace OpsConsole.Cases;

/// <summary>What a person can do about who holds a case. Answers with the refusal in words, or null when it is done.</summary>
public sealed class CaseHold(CurrentActor current, TakeCase take, AssignCase assign, OfferHandoff offer, AcceptHandoff accept, DeclineHandoff decline)
{
    public async Task<ErrorText?> TakeAsync(Case seen, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? CaseCommands.Words(await take.TakeAsync(actor, seen.Id, seen.Version, cancellation)) : ErrorText.SignedOut;

    /// <summary>Puts the case back into its queue.</summary>
    public async Task<ErrorText?> ReleaseAsync(Case seen, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor
            ? CaseCommands.Words(await assign.AssignAsync(actor, seen.Id, seen.Version, assignee: null, cancellation))
            : ErrorText.SignedOut;

    public async Task<ErrorText?> OfferAsync(Case seen, Assignee receiver, string note, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor
            ? CaseCommands.Words(await offer.OfferAsync(actor, seen.Id, seen.Version, receiver, note, cancellation))
            : ErrorText.SignedOut;

    public async Task<ErrorText?> AcceptAsync(Case seen, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor ? CaseCommands.Words(await accept.AcceptAsync(actor, seen.Id, seen.Version, cancellation)) : ErrorText.SignedOut;

    public async Task<ErrorText?> DeclineAsync(Case seen, CancellationToken cancellation) =>
        await current.FindAsync(cancellation) is { } actor
            ? CaseCommands.Words(await decline.DeclineAsync(actor, seen.Id, seen.Version, "", cancellation))
            : ErrorText.SignedOut;
}

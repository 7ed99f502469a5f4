using System.Diagnostics;
using OpsConsole.Core.Cases;

namespace OpsConsole.Cases;

/// <summary>Words for every refusal of a command on a case.</summary>
public static class CaseErrorText
{
    public static ErrorText Of(CaseError error) => error switch
    {
        CaseError.Forbidden(var lacking) => ErrorText.Of(lacking),
        CaseError.NotFound => new("No such case", "There is no case under this address that you may see.", "Search for it by its number or by words."),
        CaseError.Stale => new(
            "The case has changed", "It changed after you opened it, so nothing was done on what you no longer see.", "Look at it as it is now and decide again."),
        CaseError.HeldBy(var name) => new("Someone was first", $"{name} holds this case.", $"Ask {name} for a handoff, or take another case."),
        CaseError.Resolved => new("The case is resolved", "A resolved case is not changed any more.", "Reopen it with a reason if something is left to do."),
        CaseError.NotResolved => new("The case is open", "Only a resolved case can be reopened.", "Go on working on it."),
        CaseError.StillActing => new(
            "Actions are under way", "An action of this case is running, or its outcome is not known yet.", "Resolve the case once every outcome is known."),
        CaseError.UnknownType(var type) => new("No such case type", $"No loaded pack has the case type “{type}”.", "Choose one from the list."),
        CaseError.AlreadyWaiting => new("Already waiting", "The clock stands still already.", "It runs on with the customer's next message."),
        CaseError.NothingOffered => new("Nothing to answer", "This case is not offered to you, or not any more.", "Reload the case to see who holds it."),
        CaseError.NothingToTake => new("Nothing to take", "No prepared case without an owner is left here.", "Look into another queue, or come back later."),
        CaseError.Invalid(var problems) => new("Please correct this", string.Join(' ', problems)),
        CaseError.KeyReused(var key) => new(
            "The key was used before", $"The idempotency key “{key}” came with another request before.", "Send a new key for a new request."),
        CaseError.NoConnector(var channel) => new(
            "Nothing was sent", $"No connector is set up for replies by {ChannelLook.Name(channel).ToLowerInvariant()}.", "An admin sets one up under Connectors, Channels."),
        CaseError.NewerMessage(_, var author, _, _) => new(
            "Nothing was sent", $"The conversation went on after what you saw: {author} wrote.", "Read it, and send the reply again if it still fits."),
        CaseError.Unsupported(var sentences) => new(
            "Nothing was sent", $"Nothing supports {string.Join(", ", sentences.Select(sentence => $"“{sentence}”"))}.", "Take it out, or say that you have checked it."),
        CaseError.WrongDelivery(var state) => new(
            "Nothing was done", $"The reply is {ChannelLook.Of(state).Word.ToLowerInvariant()} now.", "Look at it as it is now and decide again."),
        CaseError.NotMergeable(var why) => new("Not merged", why, "Choose another case."),
        _ => throw new UnreachableException(),
    };
}

using OpsConsole.Core.Identity;

namespace OpsConsole;

/// <summary>
/// A refusal in words: what, why, and what to do next, one sentence each. Each feature folder of this project has one
/// <c>…ErrorText.cs</c> that turns its closed family of refusals into these; a new member does not compile before it has words.
/// </summary>
public sealed record ErrorText(string Title, string Sentence, string? NextStep = null)
{
    /// <summary>The session ended, or the account may do nothing any more.</summary>
    public static readonly ErrorText SignedOut = new("You are signed out", "Your session has ended, so nothing was done.", "Sign in again.");

    public static ErrorText Of(NotAllowed lacking) => new(
        "Not for your role",
        $"This needs the permission “{lacking.Permission}”, which none of your roles grants.",
        "Hand it to someone who holds it, or ask an admin for the role.");
}

using OpsConsole.Core.Identity;

namespace OpsConsole.Identity;

/// <summary>What came of changing people, in words; null when it was done.</summary>
public static class PeopleErrorText
{
    public static ErrorText? Of(PeopleOutcome outcome) => outcome switch
    {
        PeopleOutcome.Done or PeopleOutcome.DoneWithSecret => null,
        PeopleOutcome.Forbidden(var missing) => ErrorText.Of(missing),
        PeopleOutcome.NotFound => new ErrorText("Not there any more", "It was changed or removed in the meantime.", "Look at the list again."),
        PeopleOutcome.LastAdmin => new ErrorText("The last administrator", "Nobody else could administer this workspace.", "Give somebody else the role admin first."),
        PeopleOutcome.OwnAccount => new ErrorText("Your own account", "Nobody changes their own roles or locks themselves out.", "Ask another administrator."),
        PeopleOutcome.Taken => new ErrorText("Already there", "Somebody has this name or e-mail address.", "Use another one, or change the existing account."),
        PeopleOutcome.Invalid(var reasons) => new ErrorText("Not accepted", string.Join(' ', reasons)),
        PeopleOutcome.CodeUnusable => new ErrorText("The code does not work", "It was used, has expired, or was not copied whole.", "Ask an administrator for a new one."),
        _ => throw new InvalidOperationException($"There are no words for {outcome}."),
    };
}

using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;

namespace OpsConsole.Models;

/// <summary>What came of a change of what is configured about models, in words; null when it was done.</summary>
public static class ModelsErrorText
{
    public static ErrorText? Of(ModelsOutcome outcome) => outcome switch
    {
        ModelsOutcome.Kept => null,
        ModelsOutcome.Invalid invalid => new ErrorText("Nothing was kept", string.Join(' ', invalid.Faults)),
        ModelsOutcome.Missing => new ErrorText("Nothing was kept", "This provider is no longer there.", "Somebody removed it; add it again if it is wanted."),
        ModelsOutcome.Forbidden forbidden => ErrorText.Of(forbidden.Lacking),
        _ => throw new InvalidOperationException("The family of outcomes is closed."),
    };

    public static ErrorText? Of(TestCallOutcome outcome) => outcome switch
    {
        TestCallOutcome.Called => null,
        TestCallOutcome.Missing => new ErrorText("Nothing was asked", "This provider is no longer there, or it has no model for this role.", "Name one under Change."),
        TestCallOutcome.Forbidden forbidden => ErrorText.Of(forbidden.Lacking),
        _ => throw new InvalidOperationException("The family of outcomes is closed."),
    };
}

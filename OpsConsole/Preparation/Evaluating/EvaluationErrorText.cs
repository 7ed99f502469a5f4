using OpsConsole.Core.Preparation.Evaluating;

namespace OpsConsole.Preparation.Evaluating;

/// <summary>What was refused about evaluations, in words; null when nothing was.</summary>
public static class EvaluationErrorText
{
    public static ErrorText? Of(StartEvaluationOutcome outcome) => outcome switch
    {
        StartEvaluationOutcome.Started => null,
        StartEvaluationOutcome.Forbidden forbidden => ErrorText.Of(forbidden.Missing),
        StartEvaluationOutcome.NoSuchSet => new("No such set", "The pack that brought this set was loaded without it.", "Choose another set."),
        StartEvaluationOutcome.Busy => new("One at a time", "An evaluation is running; a second would take its time and falsify both.", "Wait for its end, or cancel it."),
        StartEvaluationOutcome.NotRecorded => new("Not recorded", "No finished run of this set, with its present cases, has answers to say again.", "Run the provider first."),
        _ => throw new InvalidOperationException("StartEvaluationOutcome is a closed family."),
    };

    public static ErrorText? Of(ClearSetupOutcome outcome) => outcome switch
    {
        ClearSetupOutcome.Cleared => null,
        ClearSetupOutcome.Forbidden forbidden => ErrorText.Of(forbidden.Missing),
        ClearSetupOutcome.ReasonMissing => new("A reason is missing", "Nobody could judge later why it was let work.", "Write at most 1,000 characters."),
        _ => throw new InvalidOperationException("ClearSetupOutcome is a closed family."),
    };
}

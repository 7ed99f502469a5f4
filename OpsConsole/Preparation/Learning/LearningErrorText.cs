using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Suggesting;
using OpsConsole.Policies;

namespace OpsConsole.Preparation.Learning;

/// <summary>What was refused about learning, in words; null when nothing was.</summary>
public static class LearningErrorText
{
    public static ErrorText? Of(SuggestionOutcome outcome) => outcome switch
    {
        SuggestionOutcome.Done => null,
        SuggestionOutcome.NoSuchSuggestion => new("No such suggestion", "It is not there, so nothing was changed.", "Look at the list again."),
        SuggestionOutcome.WrongState wrong => new("Decided already", $"Somebody else was quicker: the suggestion is {wrong.State.ToString().ToLowerInvariant()}.", "Nothing was changed."),
        SuggestionOutcome.ReasonMissing => new("A reason is missing", "Whoever looks at it later must be able to read why.", "Write a sentence of at most 1000 characters."),
        SuggestionOutcome.Forbidden forbidden => ErrorText.Of(forbidden.Missing),
        SuggestionOutcome.PolicyRefused refused => PolicyErrorText.Of(refused.Refusal),
        _ => throw new InvalidOperationException("SuggestionOutcome is a closed family."),
    };

    public static ErrorText? Of(RetrainOutcome outcome) => outcome switch
    {
        RetrainOutcome.Learnt => null,
        RetrainOutcome.TooFew few => new(
            "Too few decided cases", $"{few.HeldOut} of them are held out, and {few.Needed} are needed to measure anything; one case in five is held out.", "Resolve more cases, or pick their types."),
        RetrainOutcome.Overtaken => new("Another version came in force", "It did so while this one was being learnt, so they were not compared.", "Learn again."),
        RetrainOutcome.Refused refused => ErrorText.Of(refused.Why),
        _ => throw new InvalidOperationException("RetrainOutcome is a closed family."),
    };

    public static ErrorText? Of(PutBackOutcome outcome) => outcome switch
    {
        PutBackOutcome.Done => null,
        PutBackOutcome.NoSuchVersion => new("No such version", "It is not stored, so nothing was changed.", "Look at the list again."),
        PutBackOutcome.Refused refused => ErrorText.Of(refused.Why),
        _ => throw new InvalidOperationException("PutBackOutcome is a closed family."),
    };
}

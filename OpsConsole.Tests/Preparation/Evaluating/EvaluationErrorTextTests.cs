using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Evaluating;
using OpsConsole.Preparation.Evaluating;

namespace OpsConsole.Tests.Preparation.Evaluating;

public sealed class EvaluationErrorTextTests
{
    private static readonly StartEvaluationOutcome[] Refused =
    [
        new StartEvaluationOutcome.Forbidden(new NotAllowed(Permissions.ModelsConfigure)), new StartEvaluationOutcome.NoSuchSet(), new StartEvaluationOutcome.Busy(), new StartEvaluationOutcome.NotRecorded(),
    ];

    [Fact]
    public void Of_EveryRefusalOfAStart_SaysWhatWhyAndWhatToDo() => Assert.All(Refused.Select(EvaluationErrorText.Of), text =>
    {
        Assert.NotEmpty(text!.Title);
        Assert.EndsWith(".", text.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", text.NextStep!, StringComparison.Ordinal);
    });

    [Fact]
    public void Of_NothingToSayAgain_SaysToRunTheProviderFirst() => Assert.Equal(
        new ErrorText("Not recorded", "No finished run of this set, with its present cases, has answers to say again.", "Run the provider first."),
        EvaluationErrorText.Of(new StartEvaluationOutcome.NotRecorded()));

    [Fact]
    public void Refused_OfTheFamily_AreTriedHere() => Assert.Equal(
        typeof(StartEvaluationOutcome).GetNestedTypes().Select(type => type.Name).Where(name => name != nameof(StartEvaluationOutcome.Started)).Order(),
        Refused.Select(outcome => outcome.GetType().Name).Order());
}

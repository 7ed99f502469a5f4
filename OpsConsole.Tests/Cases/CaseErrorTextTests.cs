using OpsConsole.Cases;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Cases;

public sealed class CaseErrorTextTests
{
    private static readonly CaseError[] All =
    [
        new CaseError.Forbidden(new NotAllowed(Permissions.CasesWork)), new CaseError.NotFound(), new CaseError.Stale(1, 2), new CaseError.HeldBy("Mara"),
        new CaseError.Resolved(), new CaseError.NotResolved(), new CaseError.StillActing(), new CaseError.UnknownType("x"), new CaseError.AlreadyWaiting(),
        new CaseError.NothingOffered(), new CaseError.NothingToTake(), new CaseError.Invalid(["Say more."]), new CaseError.KeyReused("k"),
        new CaseError.NoConnector("email"), new CaseError.NewerMessage(Guid.Empty, "Leila", default, MessageKind.Inbound), new CaseError.Unsupported(["You get it."]),
        new CaseError.WrongDelivery(DeliveryState.Sent), new CaseError.NotMergeable("That is this case itself."),
    ];

    [Fact]
    public void Of_EveryRefusal_HasATitleAndASentence() => Assert.All(All.Select(CaseErrorText.Of), text =>
    {
        Assert.NotEmpty(text.Title);
        Assert.EndsWith(".", text.Sentence, StringComparison.Ordinal);
    });

    [Fact]
    public void All_OfTheFamily_AreTriedHere() => Assert.Equal(
        typeof(CaseError).GetNestedTypes().Select(type => type.Name).Order(), All.Select(error => error.GetType().Name).Order());
}

using OpsConsole.Controls;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Policies;

namespace OpsConsole.Tests.Controls;

public sealed class StatusLookTests
{
    [Fact]
    public void Of_EveryActionState_HasAShapeAndAWordOfItsOwn()
    {
        var looks = Enum.GetValues<ActionState>().Where(state => state != ActionState.AwaitingApproval).Select(StatusLook.Of).ToList();

        Assert.Equal(looks.Count, looks.Select(look => look.Word).Distinct().Count());
        Assert.All(looks, look => Assert.NotEmpty(look.Glyph));
    }

    [Fact]
    public void Of_EveryBestAction_HasAWordOfItsOwn()
    {
        var words = Enum.GetValues<BestAction>().Select(best => StatusLook.Of(best).Word).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Theory]
    [InlineData(Verdict.Allow, "agent", "Ready to run")]
    [InlineData(Verdict.RequireApproval, "agent", "Needs you")]
    [InlineData(Verdict.RequireApproval, "supervisor", "Needs supervisor")]
    [InlineData(Verdict.Deny, "agent", "Blocked")]
    public void Of_WhileADecisionIsAwaited_SaysWhatTheVerdictAsksFor(Verdict verdict, string role, string word) =>
        Assert.Equal(word, StatusLook.Of(ActionState.AwaitingApproval, new PolicyVerdict(verdict, role, 1, false, TimeSpan.FromHours(1), [], "")).Word);

    [Fact]
    public void Of_UnknownOutcome_IsNeitherFailedNorRunning()
    {
        var look = StatusLook.Of(ActionState.Unknown);

        Assert.Equal((Tone.Unknown, Rail.Dotted), (look.Tone, look.Rail));
    }
}

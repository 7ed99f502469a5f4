using Bunit;
using OpsConsole.Controls;
using OpsConsole.Core.Preparation.Verifying;

namespace OpsConsole.Tests.Controls;

public sealed class CheckedProseTests : BunitContext
{
    private const string Text = "It came [3].\nIt cost 99.00 €. Thanks!";

    private static readonly CheckedText Check = new(
    [
        new CheckedSentence(0, 12, SentenceVerdict.Supported, [3], []),
        new CheckedSentence(13, 29, SentenceVerdict.Contradicted, [], [new CheckedProblem(21, 28, "99.00 €", SentenceVerdict.Contradicted, "Fact 4 says 42.90 €.", 4)]),
        new CheckedSentence(30, 37, SentenceVerdict.NoClaim, [], []),
    ]);

    [Fact]
    public void CheckedProse_AContradictedWord_IsMarkedWithTheReasonAndItsFact()
    {
        var prose = Render<CheckedProse>(parameters => parameters.Add(part => part.Text, Text).Add(part => part.Check, Check));
        var word = Assert.Single(prose.FindAll(".doubt"));
        Assert.Equal("0", word.GetAttribute("tabindex"));
        Assert.StartsWith("99.00 €", word.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fact 4 says 42.90 €.", word.TextContent, StringComparison.Ordinal);
        Assert.Equal(["3", "4"], prose.FindAll("button.cite").Select(cite => cite.GetAttribute("data-cite")));
        Assert.Equal(2, prose.FindAll("p").Count);
        Assert.Contains("Thanks!", prose.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckedProse_AnUnsupportedSentence_SaysSoInAWord()
    {
        var check = new CheckedText([new CheckedSentence(0, 12, SentenceVerdict.Unsupported, [], [new CheckedProblem(0, 2, "It", SentenceVerdict.Unsupported, "It stands nowhere.", null)])]);
        Assert.Equal("unsupported", Render<CheckedProse>(parameters => parameters.Add(part => part.Text, Text).Add(part => part.Check, check)).Find(".said__mark").TextContent.Trim());
    }
}

using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OpsConsole.Controls;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Controls;

public sealed class ControlTests : BunitContext
{
    private readonly ManualClock _clock = new();

    public ControlTests() => Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public void CitedText_NumeralsInBrackets_BecomeCitations()
    {
        var text = Render<CitedText>(parameters => parameters.Add(part => part.Text, "It came on 16 Nov [3], cracked [5]."));

        Assert.Equal(["3", "5"], text.FindAll("button.cite").Select(cite => cite.GetAttribute("data-cite")));
        Assert.DoesNotContain("[3]", text.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void RelativeTime_OnItsOwn_CarriesTheAbsoluteTimeAndAPlaceForTheFocus()
    {
        var time = Render<RelativeTime>(parameters => parameters.Add(part => part.At, _clock.GetUtcNow().AddMinutes(-41))).Find("time");

        Assert.StartsWith("41\u00a0min", time.TextContent, StringComparison.Ordinal);
        Assert.Equal("0", time.GetAttribute("tabindex"));
        Assert.NotNull(time.GetAttribute("data-at"));
    }

    [Fact]
    public void SlaClock_PastItsTime_SaysByHowMuch()
    {
        var now = _clock.GetUtcNow();
        var clock = Render<SlaClock>(parameters => parameters.Add(part => part.DueAt, now.AddMinutes(-12)).Add(part => part.Since, now.AddHours(-4)));

        Assert.Contains("12\u00a0min over", clock.Markup, StringComparison.Ordinal);
        Assert.Contains("t-bad", clock.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_AValueThatStays_IsNotShownAsAChange()
    {
        var rows = Render<Diff>(parameters => parameters.Add(part => part.Lines, [new DiffLine("Status", "shipped", "shipped"), new DiffLine("Refunded", "0.00", "42.90")])).FindAll("tr");

        Assert.Equal(("no change", 0), (rows[0].LastElementChild!.TextContent, rows[0].QuerySelectorAll(".diff__after").Length));
        Assert.Equal("42.90", rows[1].QuerySelector(".diff__after")!.TextContent);
    }

    [Fact]
    public void Quorum_OneOfTwo_ShowsBothSeats()
    {
        var quorum = Render<Quorum>(parameters => parameters.Add(part => part.Given, 1).Add(part => part.Needed, 2));

        Assert.Equal(2, quorum.FindAll(".glyph").Count);
        Assert.Contains("1 of 2", quorum.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("blind", quorum.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Quorum_OfWhichNobodyKnows_SaysThatItIsGivenBlind() => Assert.Contains(
        "0 of 2 approvals, given blind",
        Render<Quorum>(parameters => parameters.Add(part => part.Given, 0).Add(part => part.Needed, 2).Add(part => part.Blind, true)).Find(".quorum").TextContent,
        StringComparison.Ordinal);

    [Fact]
    public void ErrorRegion_AFaultInside_ShowsAReferenceAndKeepsThePage()
    {
        var region = Render<ErrorRegion>(parameters => parameters.Add(part => part.What, "The facts").AddChildContent<Broken>());

        Assert.Contains("The facts could not be shown", region.Markup, StringComparison.Ordinal);
        Assert.StartsWith("ERR-", region.Find("[data-copy]").GetAttribute("data-copy"), StringComparison.Ordinal);
    }

    private sealed class Broken : Microsoft.AspNetCore.Components.ComponentBase
    {
        protected override void OnInitialized() => throw new InvalidOperationException("broken on purpose");
    }
}

using Microsoft.Playwright;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_an_agent_approves_a_refund(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync(null, "Execution:Parallelism=1");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_case_stays_on_screen_from_facts_to_the_verified_effect_and_the_auditor_sees_who_decided()
    {
        using var gate = new Gate("after-claim");
        await using var other = await browser.OpenAsync(_server, Roles.Supervisor);
        var ahead = await CaseOnScreen.OpenAsync(other, "Cracked item");
        await ahead.ApproveAsync();
        await ahead.StandsAtAsync("Running");

        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var desk = await CaseOnScreen.OpenAsync(window, "Damaged");
        await SeesFactsAndRuleAsync(desk);
        await desk.ApproveAsync();
        await desk.StandsAtAsync("Queued");
        gate.LetOnePass();
        await ahead.StandsAtAsync("Verified");
        await desk.StandsAtAsync("Running");
        gate.LetOnePass();
        await desk.StandsAtAsync("Verified");
        await desk.CardSaysAsync("Approved by Mara Okafor");
        await desk.CardSaysAsync("Verified by reading it back");
        await IsInTheLogAsync(await desk.Page.Locator(".case__title [data-copy]").GetAttributeAsync("data-copy"));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_rule_leads_to_the_row_of_the_policy_that_fired()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var desk = await CaseOnScreen.OpenAsync(window, "Damaged");
        await desk.Card.GetByRole(AriaRole.Link, new() { Name = "F2", Exact = true }).First.ClickAsync();
        var row = window.Page.Locator("#rule-F2");
        await Assertions.Expect(row).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(row).ToContainTextAsync("fired");
        await Assertions.Expect(window.Page.GetByText("The action that was judged")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    private static async Task SeesFactsAndRuleAsync(CaseOnScreen desk)
    {
        await desk.StandsAtAsync("Needs you");
        await desk.CardSaysAsync("F2");
        await desk.CardSaysAsync("is over 25 €, up to 100 €");
        await Assertions.Expect(desk.Page.Locator("ol.facts > li").First).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator("h4").Filter(new LocatorFilterOptions { HasText = "sandbox, orders" })).ToBeVisibleAsync();
    }

    private async Task IsInTheLogAsync(string? caseNumber)
    {
        await using var window = await browser.OpenAsync(_server, Roles.Auditor);
        await window.GoAsync(OpsUrls.With(OpsUrls.Audit, ("q", caseNumber)));
        var approved = window.Page.Locator("table.log tbody tr").Filter(new LocatorFilterOptions { HasText = "Action approved: Refund" });
        await Assertions.Expect(approved).ToHaveCountAsync(1);
        await Assertions.Expect(approved).ToContainTextAsync("Mara Okafor");
        await Assertions.Expect(window.Page.Locator("table.log")).ToContainTextAsync("Action verified: Refund");
    }
}

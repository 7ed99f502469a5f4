using Microsoft.Playwright;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Tests.Architecture;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_person_asks_why(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_card_and_the_log_lead_to_the_rows_as_they_were_judged_then()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var desk = await CaseOnScreen.OpenAsync(window, "Damaged");
        await Assertions.Expect(desk.Card.GetByText("What would change this")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Card.Locator(".iff li").First).ToBeVisibleAsync();
        await desk.Card.Locator("details.fired > summary").ClickAsync();
        await Assertions.Expect(desk.Card.Locator("[data-rule=F2]")).ToContainTextAsync("(25..100]");
        await window.ShootAsync("why-card-light");
        var caseUrl = window.Page.Url;

        await desk.Card.GetByText("Why: every table and row").ClickAsync();
        await SeesTheRowAsync(window);
        var why = new Uri(window.Page.Url).AbsolutePath;

        await window.GoAsync(caseUrl);
        await desk.ApproveAsync();
        await desk.StandsAtAsync("Verified");
        await PublishStricterRefundsAsync();
        await LogLeadsToAsync(why);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_page_has_no_barriers_and_fits_every_window()
    {
        var found = new List<string>();
        var why = "";
        foreach (var look in WindowLook.All)
        {
            await using var window = await browser.OpenAsync(_server, Roles.Supervisor, look);
            if (why.Length == 0)
            {
                var desk = await CaseOnScreen.OpenAsync(window, "Full refund for a large order");
                why = await desk.Card.GetByText("Why: every table and row").GetAttributeAsync("href") ?? "";
            }

            await window.GoAsync(why);
            await window.Page.WaitForSelectorAsync(".row-of[data-state=Fired]");
            await window.ShootAsync($"why-{look.Name}");
            found.AddRange(await window.BarriersAsync());
            found.AddRange(await window.ScrollsSidewaysAsync() ? ["scrolls sideways"] : []);
        }

        Assert.Empty(found);
    }

    private static async Task SeesTheRowAsync(Window window)
    {
        var row = window.Page.Locator("[data-rule=F2][data-state=Fired]");
        await Assertions.Expect(row).ToContainTextAsync("is over 25 €, up to 100 €");
        await Assertions.Expect(row.Locator("[data-cell=Met]")).ToContainTextAsync("(25..100]");
        await Assertions.Expect(window.Page.Locator("[data-rule=F1][data-state=RuledOut] [data-cell=NotMet]")).ToContainTextAsync("<= 25");
        await Assertions.Expect(window.Page.Locator(".trace", new() { Has = row })).ToContainTextAsync("version 1, after Refund handbook FIN-4");
    }

    /// <summary>The rules change after the decision; what was judged by the old ones is still shown by the old ones.</summary>
    private async Task PublishStricterRefundsAsync()
    {
        const string File = "packs/service-desk/policies/refunds.yaml";
        var text = SourceTree.Read(File).Replace("(25..100]", "(25..30]", StringComparison.Ordinal).Replace("(100..500]", "(30..500]", StringComparison.Ordinal);
        var published = Assert.IsType<PublishOutcome.Published>(
            await _server.Get<PublishPolicies>().PublishAsync(Actor.Jobs, "service-desk", [new PolicyFile(File, text)], CancellationToken.None));
        Assert.Equal(2, Assert.Single(published.Added).Version);
    }

    private async Task LogLeadsToAsync(string why)
    {
        await using var window = await browser.OpenAsync(_server, Roles.Auditor);
        await window.GoAsync(OpsUrls.With(OpsUrls.Audit, ("q", "action.approved")));
        await window.Page.Locator("table.log tbody tr a").First.ClickAsync();
        await window.Page.GetByText("Why it was judged so").ClickAsync();
        await SeesTheRowAsync(window);
        Assert.Equal(why, new Uri(window.Page.Url).AbsolutePath);
    }
}

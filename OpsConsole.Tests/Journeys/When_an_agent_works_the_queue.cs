using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_an_agent_works_the_queue(Browser browser) : IAsyncLifetime
{
    private static readonly Actor Maker = new(ActorKind.Person, "maker", "Maker", [Roles.Agent]);

    private static readonly (string Subject, string Customer, BestAction Best, CaseReadiness Data, int MinutesLeft, int MinutesOld)[] Cases =
    [
        ("Charged twice for one coffee grinder", "Anouk Peeters", BestAction.NeedsSupervisor, CaseReadiness.Ready, -12, 1500),
        ("Lamp shade arrived cracked, wants the money back", "Leila Haddad", BestAction.NeedsYou, CaseReadiness.Degraded, 192, 130),
        ("Cancel before it ships tonight, ordered wrong size", "Piotr Zielinski", BestAction.NeedsYou, CaseReadiness.Ready, 38, 120),
        ("Parcel says delivered, nothing at the door", "Grace Mbeki", BestAction.Blocked, CaseReadiness.BelowBar, 65, 60),
        ("Return label never arrived", "Marek Dvořák", BestAction.ReadyToRun, CaseReadiness.Ready, 360, 360),
        ("Refund promised on the phone, not received", "Eleni Papadakis", BestAction.Unknown, CaseReadiness.Degraded, 408, 420),
        ("Invoice shows the old company name", "Kestrel Interiors", BestAction.None, CaseReadiness.Ready, 1500, 18),
    ];

    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync(null, "Demo:Cases=false");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_selection_has_no_barriers_on_the_smallest_desk()
    {
        await AddCasesAsync();
        await using var window = await browser.OpenAsync(_server, Roles.Agent, new WindowLook(1280, 800, Dark: false));
        await window.GoAsync($"{OpsUrls.MyWork}?owner=anyone&sort=due");
        await window.Page.Locator("tr[data-row] input").Nth(1).CheckAsync();
        await Assertions.Expect(window.Page.Locator(".bulkbar")).ToContainTextAsync("1 selected");
        Assert.Empty(await window.BarriersAsync());
        Assert.False(await window.ScrollsSidewaysAsync());
    }

    [Fact]
    public async Task An_empty_queue_says_what_to_do_next_and_the_first_case_appears_by_itself()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        await window.GoAsync(OpsUrls.MyWork);
        await Assertions.Expect(window.Page.GetByText("Your queue is empty")).ToBeVisibleAsync();
        await window.ShootAsync("my-work-empty");
        await OpenAsync("Cracked lamp", "Leila Haddad");
        await Assertions.Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Rows_stay_where_they_are_and_new_ones_wait_to_be_asked_for()
    {
        await AddCasesAsync();
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        await window.GoAsync(OpsUrls.MyWork);
        await Assertions.Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(Cases.Length);
        var before = await window.Page.Locator("tr[data-row] a.subject").AllInnerTextsAsync();
        await OpenAsync("Came meanwhile", "Noor Rahimi");
        var more = window.Page.GetByRole(AriaRole.Button, new() { Name = "Show 1 more case" });
        await Assertions.Expect(more).ToBeVisibleAsync();
        Assert.Equal(before, await window.Page.Locator("tr[data-row] a.subject").AllInnerTextsAsync());
        await more.ClickAsync();
        await Assertions.Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(before.Count + 1);
    }

    [Fact]
    public async Task Keys_move_select_and_take_the_most_urgent_case()
    {
        await AddCasesAsync();
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        await window.GoAsync(OpsUrls.MyWork);
        await window.Page.Keyboard.PressAsync("j");
        await window.Page.Keyboard.PressAsync("j");
        await window.Page.Keyboard.PressAsync("x");
        await Assertions.Expect(window.Page.Locator("tr[data-row]").Nth(1)).ToHaveClassAsync("is-selected");
        await window.Page.ClickAsync("text=Review 1 together");
        await Assertions.Expect(window.Page.Locator("dialog[open]")).ToContainTextAsync("at stake");
        await window.ShootAsync("my-work-review");
        Assert.Empty(await window.BarriersAsync());
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.Keyboard.PressAsync("t");
        await window.ArrivesAsync("**/cases/*");
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_come_back_with_it()
    {
        await AddCasesAsync();
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        await window.GoAsync(OpsUrls.MyWork);
        await window.Page.ClickAsync("button:has-text('Filter')");
        await window.Page.GetByLabel("Best action").SelectOptionAsync("NeedsYou");
        await window.ArrivesAsync("**best=needs-you**");
        await Assertions.Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(2);
        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_form_opens_a_case()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        await window.GoAsync(OpsUrls.NewCase);
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("new-case");
        await window.Page.FillAsync("#subject", "Cracked lamp");
        await window.Page.FillAsync("#body", "It arrived cracked.");
        await window.Page.ClickAsync("text=Open case");
        await window.ArrivesAsync(url => Guid.TryParse(url.Split('/')[^1], out _));
    }

    private async Task AddCasesAsync()
    {
        foreach (var item in Cases)
        {
            var id = await OpenAsync(item.Subject, item.Customer, item.MinutesOld);
            await _server.Get<OpsDatabase>().WriteAsync(
                async db =>
                {
                    var row = await db.Set<Case>().SingleAsync(found => found.Id == id);
                    row.PrepareFence++; // A preparation that has begun must not write over what stands here.
                    (row.Stage, row.Best, row.Readiness, row.PrepareAt, row.ValueAtRisk, row.Currency) = (CaseStage.Decide, item.Best, item.Data, null, 4290, "EUR");
                    (row.DueAt, row.AtRiskAt) = (row.UpdatedAt.AddMinutes(item.MinutesLeft), row.UpdatedAt.AddMinutes(item.MinutesLeft - 200));
                    CaseClock.Rank(row);
                },
                CancellationToken.None);
        }
    }

    private async Task<Guid> OpenAsync(string subject, string customer, int minutesOld = 0)
    {
        var request = new NewCase
        {
            Subject = subject, Body = "Please help.", Channel = "email", Source = "form", CustomerName = customer,
            ReceivedAt = _server.Get<TimeProvider>().GetUtcNow().AddMinutes(-minutesOld),
        };
        return Assert.IsType<OpenCaseOutcome.Opened>(await _server.Get<OpenCase>().OpenAsync(Maker, request, key: null, CancellationToken.None)).CaseId;
    }
}

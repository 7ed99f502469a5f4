using Microsoft.Playwright;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Demo;
using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Playbooks;
using OpsConsole.Core.Preparation.Suggesting;
using OpsConsole.Tests.Preparation;
using OpsConsole.Tests.Preparation.Learning;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_supervisor_approves_a_suggestion(Browser browser) : IAsyncLifetime
{
    private static readonly Actor Intake = new(ActorKind.Service, "service:shop", "Shop", [Roles.Intake]);

    private OpsServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OpsServer.StartAsync(null, "Demo:Cases=false", "Demo:History=false");
        await _server.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_next_case_behaves_by_it_until_it_is_taken_back()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Supervisor);
        await window.GoAsync(await ReceiveAsync("before"));
        await Assertions.Expect(window.Page.Locator(".action")).ToContainTextAsync("Refund", new() { Timeout = 20_000 });

        await window.GoAsync(OpsUrls.Learning);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Look now" }).ClickAsync();
        var suggestion = window.Page.Locator(".suggestion");
        await Assertions.Expect(suggestion).ToContainTextAsync("Ask before proposing “Refund the payment” where order status is “shipped”", new() { Timeout = 20_000 });
        await window.Page.GetByText("cases behind it").ClickAsync();
        await window.ShootAsync("learning-suggestion");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(suggestion).ToContainTextAsync("In force");
        await Assertions.Expect(window.Page.GetByText("Too early to say")).ToBeVisibleAsync();

        await window.GoAsync(await ReceiveAsync("after"));
        await Assertions.Expect(window.Page.Locator(".missing")).ToContainTextAsync("is not proposed where order status is “shipped”", new() { Timeout = 20_000 });
        await Assertions.Expect(window.Page.Locator(".action")).ToHaveCountAsync(0);

        await window.GoAsync(OpsUrls.Learning);
        await window.Page.GetByLabel("Why it is taken back").FillAsync("Too many questions.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Assertions.Expect(suggestion).ToContainTextAsync("Taken back");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task An_auditor_sees_it_and_can_change_nothing()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Auditor);
        await window.GoAsync(OpsUrls.Learning);
        await Assertions.Expect(window.Page.Locator(".classifier__figures")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Look now|Learn now|Approve|Dismiss") })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_with_all_that_it_can_show_has_no_barriers_and_fits_every_window()
    {
        await DecidedPast.MakeAsync(_server.Get<OpsDatabase>(), 240, _server.Get<TimeProvider>().GetUtcNow());
        var supervisor = new Actor(ActorKind.Person, "person/sam", "Sam Supervisor", [Roles.Supervisor]);
        await _server.Get<RetrainClassifier>().LearnAsync(supervisor, _server.Get<PlaybookShelf>().Packs.Single(), CancellationToken.None);
        await _server.Get<RetrainClassifier>().LearnAsync(supervisor, _server.Get<PlaybookShelf>().Packs.Single(), CancellationToken.None);
        await _server.Get<FindSuggestions>().FindAsync(CancellationToken.None);
        var suggestion = (await _server.Get<ReadSuggestions>().ListAsync(supervisor, CancellationToken.None)).Single();
        await _server.Get<DecideSuggestion>().ApproveAsync(supervisor, suggestion.Id, CancellationToken.None);
        var found = new List<string>();
        foreach (var look in WindowLook.All)
        {
            await using var window = await browser.OpenAsync(_server, Roles.Supervisor, look);
            await window.GoAsync(OpsUrls.Suggestion(suggestion.Id));
            await window.Page.WaitForSelectorAsync("li[data-version='2']", new() { State = WaitForSelectorState.Attached });
            await window.Page.WaitForFunctionAsync("document.title !== ''");
            await window.ShootAsync($"learning-{look.Name}");
            await window.Page.Locator("li[data-version='2']").ScrollIntoViewIfNeededAsync();
            await window.ShootAsync($"learning-classifier-{look.Name}");
            found.AddRange((await window.BarriersAsync()).Select(barrier => $"{look.Name}: {barrier}"));
            found.AddRange(await window.ScrollsSidewaysAsync() ? [$"{look.Name}: scrolls sideways"] : []);
            found.AddRange(window.Complaints);
        }

        Assert.Empty(found);
    }

    /// <summary>Somebody wants money back for an order that is under way.</summary>
    private async Task<string> ReceiveAsync(string externalId)
    {
        var demo = DemoCase.Parse((await PackDesk.ShippedAsync("service-desk")).Texts[DemoCase.File])!.Value;
        var sandbox = await _server.Get<IConnectorDirectory>().FindAsync("sandbox", CancellationToken.None);
        var view = await new DemoRecords(sandbox!, demo.Scan).PickAsync("order.status = \"shipped\" and payment.captured > 0 and count(customer.flags) = 0", CancellationToken.None);
        var request = new NewCase
        {
            Subject = "Refund", Channel = "email", Source = Intake.Id, ExternalId = externalId,
            Body = $"Hello,\n\nplease refund the order {view!["order"]!["order_id"]}.\n\n{view["customer"]!["name"]}\n{view["customer"]!["email"]}",
        };
        return OpsUrls.Case(Assert.IsType<OpenCaseOutcome.Opened>(await _server.Get<OpenCase>().OpenAsync(Intake, request, null, CancellationToken.None)).CaseId);
    }
}

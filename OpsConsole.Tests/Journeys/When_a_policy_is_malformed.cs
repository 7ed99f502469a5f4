using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_policy_is_malformed(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync(null, "Demo:Cases=false");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_faulty_cell_is_told_where_it_stands_and_what_was_meant_puts_it_right()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        var draft = await BegunAsync(window);
        await draft.GoToAsync(0, 1);
        await draft.TypeAsync("(25..100");
        await Assertions.Expect(draft.Findings).ToContainTextAsync("1 error stops publishing");
        await Assertions.Expect(draft.Rows.First.Locator("[aria-invalid=true]")).ToHaveCountAsync(1);
        await Assertions.Expect(CaseOnScreen.Button(window.Page.Locator(".page__actions"), "Submit to publish")).ToHaveAttributeAsync("aria-disabled", "true");

        await window.Page.Locator("h1").ClickAsync();
        await draft.Findings.GetByRole(AriaRole.Button, new() { Name = "Go" }).First.ClickAsync();
        await window.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "100 included" }).ClickAsync();
        await Assertions.Expect(draft.Rows.First).ToContainTextAsync("(25..100]");
        await Assertions.Expect(draft.Findings).Not.ToContainTextAsync("error stops publishing");
    }

    [Fact]
    public async Task A_block_that_does_not_fit_is_refused_as_a_whole()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        var draft = await BegunAsync(window);
        await draft.GoToAsync(0, 4);
        await draft.PasteAsync("a\tb\tc\td\te\tf");
        await Assertions.Expect(window.Page.Locator(".celltip")).ToContainTextAsync("6 columns wide");
        await draft.GoToAsync(0, 3);
        await draft.PasteAsync("blind\nhurry");
        await Assertions.Expect(window.Page.Locator(".celltip")).ToContainTextAsync("Nothing was pasted");
        await Assertions.Expect(draft.Rows).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_two_people_write_at_once_is_not_lost()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        var draft = await BegunAsync(window);
        await draft.IsSavedAsync();
        await SaveBehindAsync();
        await draft.GoToAsync(0, 1);
        await draft.TypeAsync("> 7");
        await Assertions.Expect(draft.Rows.First).ToContainTextAsync("> 7");
        await Assertions.Expect(window.Page.GetByText("saved another text of this draft")).ToBeVisibleAsync();
        await CaseOnScreen.Button(window.Page.Locator(".policy__main"), "Keep mine over theirs").ClickAsync();
        await draft.IsSavedAsync();
        Assert.Equal("> 7", (await DraftAsync()).Document.Rules[0].Cells[0]);
    }

    private async Task<PolicyOnScreen> BegunAsync(Window window)
    {
        var draft = new PolicyOnScreen(window);
        await draft.BeginAsync("Trial", "sandbox.refund_payment");
        await draft.AddInputAsync("action.am", "action.amount");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Rule", Exact = true }).ClickAsync();
        await Assertions.Expect(draft.Rows).ToHaveCountAsync(1);
        await draft.GoToAsync(0, 5);
        await draft.TypeAsync("For a trial.");
        await Assertions.Expect(draft.Rows.First).ToContainTextAsync("For a trial.");
        return draft;
    }

    private Task<PolicyDraft> DraftAsync() => _server.Get<OpsDatabase>().ReadAsync(db => db.Set<PolicyDraft>().SingleAsync(), CancellationToken.None);

    /// <summary>Somebody else saves in the same moment: no word of it reaches the open page before it saves itself.</summary>
    private async Task SaveBehindAsync() => await _server.Get<OpsDatabase>().WriteAsync(
        async db =>
        {
            var draft = await db.Set<PolicyDraft>().SingleAsync();
            draft.Edit(draft.Document with { Title = "Theirs" }, new Actor(ActorKind.Person, "person/other", "Somebody Else", [Roles.Admin]), draft.EditedAt);
            return true;
        },
        CancellationToken.None);
}

using Microsoft.Playwright;
using OpsConsole.Bench;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_model_helps_to_prepare(Browser browser) : IAsyncLifetime
{
    private const string German = "Guten Tag,\n\nder Artikel aus meiner Bestellung {order} ist leider zerbrochen und ich möchte mein Geld zurück.\n\n{who}";

    private HelpedDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await HelpedDesk.OpenAsync();
        await _desk.AddModelAsync();
        _desk.Answers["summarise"] = question =>
        {
            var (status, total) = (HelpedDesk.Fact(question, "status"), HelpedDesk.Fact(question, "total"));
            return StubAnswer.Say($"The customer asks for help with an order that is {status.Value} [{status.Number}]. Its total is 4,711.00 € [{total.Number}]. It was promised for 3 May 2019.");
        };
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Its_words_are_seen_as_they_come_and_then_what_was_checked_of_them()
    {
        using var pace = new SemaphoreSlim(1);
        _desk.Answers["summarise"] = _ => StubAnswer.Say("The customer wants the money back. It was promised for 3 May 2019.") with { Held = pace.WaitAsync };
        await using var window = await browser.OpenAsync(_desk.Server, Roles.Agent);
        await window.GoAsync((await _desk.HearAsync()).Url);
        var live = window.Page.Locator(".live-answer");
        await Assertions.Expect(live).ToContainTextAsync("Summarising");
        await Assertions.Expect(live.Locator(".live-answer__text")).ToHaveTextAsync("The customer");
        await Assertions.Expect(live).ToContainTextAsync("nothing of it is checked yet");
        await window.ShootAsync("model-live");
        pace.Release();
        await Assertions.Expect(live.Locator(".live-answer__text")).ToHaveTextAsync("The customer wants the m");

        pace.Release(1_000);
        await Assertions.Expect(window.Page.Locator(".summary")).ToContainTextAsync("The customer wants the money back.");
        await Assertions.Expect(window.Page.Locator(".summary .said.is-unsupported")).ToContainTextAsync("3 May 2019");
        await Assertions.Expect(live).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator(".summary")).ToContainTextAsync($"Prepared with {HelpedDesk.Model}");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_citation_lights_its_fact_and_the_record_that_it_comes_from()
    {
        await using var window = await OpenPreparedAsync();
        var cite = window.Page.Locator(".summary button.cite").First;
        var fact = window.Page.Locator($"li#fact-{await cite.GetAttributeAsync("data-cite")}");
        await Assertions.Expect(fact).Not.ToHaveClassAsync("fact is-on");
        await cite.HoverAsync();
        await Assertions.Expect(fact).ToHaveClassAsync("fact is-on");
        await Assertions.Expect(fact).ToContainTextAsync("delivered");
        await Assertions.Expect(window.Page.Locator(".facts__of.is-on")).ToContainTextAsync("Order");
        await window.ShootAsync("model-citation");
        await window.Page.Locator("h1").HoverAsync();
        await Assertions.Expect(window.Page.Locator(".is-on")).ToHaveCountAsync(0);
        await cite.FocusAsync();
        await Assertions.Expect(fact).ToHaveClassAsync("fact is-on");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_no_fact_bears_out_is_marked_and_says_why_to_the_keyboard()
    {
        await using var window = await OpenPreparedAsync();
        await Assertions.Expect(window.Page.Locator(".summary .said.is-supported")).ToContainTextAsync("delivered");
        await Assertions.Expect(window.Page.Locator(".summary .said.is-contradicted .said__mark")).ToHaveTextAsync("contradicted");
        await Assertions.Expect(window.Page.Locator(".summary .said.is-unsupported .said__mark")).ToHaveTextAsync("unsupported");

        var why = window.Page.Locator(".summary .doubt:focus .doubt__why");
        await window.Page.Locator(".summary button.cite").First.FocusAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(why).ToBeVisibleAsync();
        await Assertions.Expect(why).ToContainTextAsync("says");
        await window.ShootAsync("model-contradicted");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(why).ToContainTextAsync("stands in no fact");
        Assert.Empty(await window.BarriersAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_question_and_the_answer_of_each_stage_are_read_from_the_case_by_role()
    {
        await using var window = await OpenPreparedAsync();
        await OpenDraftAsync(window);
        var dialog = window.Page.Locator("dialog[open]");
        await Assertions.Expect(dialog.GetByLabel("Question")).ToContainTextAsync("You write the summary of a case");
        await Assertions.Expect(dialog.GetByLabel("Question")).ToContainTextAsync("⟦");
        await Assertions.Expect(dialog.GetByLabel("Answer")).ToContainTextAsync("4,711.00");
        await Assertions.Expect(dialog).ToContainTextAsync("personal values are hidden");
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("model-question");
        await CaseOnScreen.Button(dialog, "Close").Last.ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);

        await using var supervisor = await browser.OpenAsync(_desk.Server, Roles.Supervisor);
        await supervisor.GoAsync(new Uri(window.Page.Url).PathAndQuery);
        await OpenDraftAsync(supervisor);
        await Assertions.Expect(supervisor.Page.Locator("dialog[open]")).ToContainTextAsync("Personal values are put back for you");
        await Assertions.Expect(supervisor.Page.Locator("dialog[open]").GetByLabel("Question")).Not.ToContainTextAsync("⟦");
        Assert.Empty(window.Complaints);
        Assert.Empty(supervisor.Complaints);
    }

    [Fact]
    public async Task The_reply_is_drafted_in_the_customers_language_and_the_page_says_so()
    {
        _desk.Answers["reply"] = question => HelpedDesk.TextOf(question).Contains("\"language\":\"de\"", StringComparison.Ordinal)
            ? StubAnswer.Say("Guten Tag,\n\nwir haben Ihre Nachricht gelesen und kümmern uns um die Bestellung. Bitte haben Sie etwas Geduld.\n\nMit freundlichen Grüßen")
            : StubAnswer.Say("Hello,\n\nwe are looking into it.");
        await using var window = await browser.OpenAsync(_desk.Server, Roles.Agent);
        await window.GoAsync((await _desk.HearAsync(German, "Zerbrochen")).Url);
        await Assertions.Expect(window.Page.GetByLabel("Drafted reply")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Guten Tag"));
        await Assertions.Expect(window.Page.Locator(".composer")).ToContainTextAsync("Drafted in German, the language of the customer.");
        await Assertions.Expect(window.Page.GetByLabel("Drafted reply")).ToHaveAttributeAsync("lang", "de");
        await window.ShootAsync("model-german");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_reply_in_another_language_than_the_customers_is_told_to_be_one()
    {
        await using var window = await browser.OpenAsync(_desk.Server, Roles.Agent);
        await window.GoAsync((await _desk.HearAsync(German, "Zerbrochen")).Url);
        await Assertions.Expect(window.Page.GetByLabel("Drafted reply")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Hello"));
        await Assertions.Expect(window.Page.Locator(".composer")).ToContainTextAsync("The customer writes in German; the draft does not.");
        await Assertions.Expect(window.Page.GetByLabel("Drafted reply")).Not.ToHaveAttributeAsync("lang", "de");
        Assert.Empty(window.Complaints);
    }

    private static async Task OpenDraftAsync(Window window)
    {
        var stage = window.Page.Locator("details.stage").Filter(new() { Has = window.Page.Locator("summary", new() { HasText = "Draft" }) });
        await stage.Locator("summary").ClickAsync();
        await stage.GetByRole(AriaRole.Link, new() { Name = "Summarising" }).ClickAsync();
    }

    private async Task<Window> OpenPreparedAsync()
    {
        var window = await browser.OpenAsync(_desk.Server, Roles.Agent);
        await window.GoAsync((await _desk.HearAsync()).Url);
        await Assertions.Expect(window.Page.Locator(".summary")).ToContainTextAsync("4,711.00");
        return window;
    }
}

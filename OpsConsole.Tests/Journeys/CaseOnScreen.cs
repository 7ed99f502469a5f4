using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpsConsole.Tests.Journeys;

/// <summary>A prepared case with one action on somebody's screen, in the steps that journeys are told in.</summary>
internal sealed class CaseOnScreen(Window window)
{
    public IPage Page => window.Page;

    public ILocator Card => Page.Locator(".action").First;

    public ILocator Dialog => Page.Locator("dialog[open]");

    /// <summary>Finds a demo case in the queue by its subject, waits until the jobs have prepared it, and opens it.</summary>
    public static async Task<CaseOnScreen> OpenAsync(Window window, string subject)
    {
        await window.GoAsync(OpsUrls.Search(subject));
        var row = window.Page.Locator("tr[data-row]").Filter(new LocatorFilterOptions { Has = window.Page.GetByRole(AriaRole.Link, new() { Name = subject, Exact = true }) });
        await Assertions.Expect(row.Locator(".c-verdict")).Not.ToContainTextAsync("No action");
        await row.Locator("a.subject").ClickAsync();
        var desk = new CaseOnScreen(window);
        await Assertions.Expect(desk.Card).ToBeVisibleAsync();
        return desk;
    }

    /// <summary>What the card's first chip says.</summary>
    public Task StandsAtAsync(string word) => Assertions.Expect(Card.Locator(".action__verdict .chip").First).ToHaveTextAsync(word);

    public Task CardSaysAsync(string words) => Assertions.Expect(Card).ToContainTextAsync(words);

    public Task HasNoButtonAsync(string name) => Assertions.Expect(Button(Card, name)).ToHaveCountAsync(0);

    public Task PressAsync(string name) => Button(Card, name).ClickAsync();

    public Task ConfirmAsync(string name) => Button(Dialog, name).ClickAsync();

    /// <summary>Approves, and says yes where money that leaves for good is asked about once more.</summary>
    public async Task ApproveAsync()
    {
        await PressAsync("Approve");
        await ConfirmAsync("Approve");
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    /// <summary>A button whose name begins so; a hint of its key may follow.</summary>
    public static ILocator Button(ILocator within, string name) =>
        within.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(name)}\\b") });
}

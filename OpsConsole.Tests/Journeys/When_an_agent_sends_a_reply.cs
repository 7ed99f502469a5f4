using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_an_agent_sends_a_reply(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task It_stands_in_the_thread_as_sent_and_lies_in_the_outbox_as_a_file()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        await CaseOnScreen.OpenAsync(window, "Damaged");
        var page = window.Page;
        await Assertions.Expect(page.Locator(".composer")).ToContainTextAsync("Their address on record");
        await Assertions.Expect(page.Locator(".composer")).ToContainTextAsync("1 action of this case is not done yet");
        await page.GetByLabel("Drafted reply").FillAsync("We are sorry; the money is on its way.");
        await Send(page).ClickAsync();
        await Assertions.Expect(page.Locator(".delivery")).ToContainTextAsync("Sent");
        await Assertions.Expect(page.Locator(".msg--ours")).ToContainTextAsync("We are sorry; the money is on its way.");
        await Assertions.Expect(page.GetByLabel("Drafted reply")).ToHaveValueAsync("");
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_server.Folder, "outbox"), "*.eml"));
        Assert.Contains("We are sorry; the money is on its way.", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Pressed_in_two_windows_and_twice_in_each_it_is_one_reply()
    {
        await using var first = await browser.OpenAsync(_server, Roles.Agent);
        await using var second = await browser.OpenAsync(_server, Roles.Agent);
        await CaseOnScreen.OpenAsync(first, "Damaged");
        await CaseOnScreen.OpenAsync(second, "Damaged");
        var buttons = await Task.WhenAll(Send(first.Page).ElementHandleAsync(), Send(second.Page).ElementHandleAsync());
        await Task.WhenAll(buttons.Select(PressTwiceAsync));
        await Assertions.Expect(first.Page.Locator(".delivery")).ToContainTextAsync("Sent");
        await Assertions.Expect(second.Page.Locator(".delivery")).ToContainTextAsync("Sent");
        var deliveries = await _server.Get<OpsDatabase>().ReadAsync(db => db.Set<ReplyDelivery>().ToListAsync(), CancellationToken.None);
        Assert.Single(deliveries);
        Assert.Single(Directory.GetFiles(Path.Combine(_server.Folder, "outbox")));
    }

    /// <summary>Pressed by the page itself: the other window's reply may take this button away before a pointer would reach it.</summary>
    private static Task PressTwiceAsync(IElementHandle button) => button.EvaluateAsync("pressed => { pressed.click(); pressed.click(); }");

    private static ILocator Send(IPage page) => CaseOnScreen.Button(page.Locator(".composer"), "Send by");
}

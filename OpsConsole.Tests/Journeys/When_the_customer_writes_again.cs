using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Opening;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_the_customer_writes_again(Browser browser) : IAsyncLifetime
{
    private static readonly Actor Gateway = new(ActorKind.Service, "svc-gateway", "Mail gateway", [Roles.Channel]);

    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_changed_is_told_and_nothing_is_sent_unread()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var desk = await CaseOnScreen.OpenAsync(window, "Damaged");
        var send = CaseOnScreen.Button(window.Page.Locator(".composer"), "Send by");
        await Assertions.Expect(send).ToBeEnabledAsync();
        var found = await FindAsync("Damaged");
        var message = new NewMessage { Kind = MessageKind.Inbound, Channel = "chat", Body = "I would also like a voucher of 10 € for the trouble." };
        Assert.IsType<AddMessageOutcome.Added>(await _server.Get<AddMessage>().AddAsync(Gateway, found.Id, message, null, CancellationToken.None));

        await Assertions.Expect(window.Page.Locator(".changes")).ToContainTextAsync("New since");
        await Assertions.Expect(window.Page.Locator(".changes")).ToContainTextAsync("Adds: Goodwill credit of 10.00 €");
        await Assertions.Expect(window.Page.Locator(".changes")).ToContainTextAsync("Stays as before: Refund");
        await Assertions.Expect(window.Page.Locator(".composer")).ToContainTextAsync("has written since");
        await Assertions.Expect(send).ToBeDisabledAsync();
        await CaseOnScreen.Button(window.Page.Locator(".composer"), "I have read it").ClickAsync();
        await Assertions.Expect(send).ToBeEnabledAsync();
        await desk.StandsAtAsync("Needs you");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_second_case_about_the_same_order_is_offered_and_merged_by_a_person()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        await CaseOnScreen.OpenAsync(window, "Damaged");
        var first = await FindAsync("Damaged");
        var said = await _server.Get<OpsDatabase>().ReadAsync(db => db.Set<CaseMessage>().Where(row => row.CaseId == first.Id).Select(row => row.Body).FirstAsync(), CancellationToken.None);
        var request = new NewCase { Subject = "Still waiting", Body = $"Any news? You know:\n{said}", Channel = "email", Source = Gateway.Id };
        Assert.IsType<OpenCaseOutcome.Opened>(await _server.Get<OpenCase>().OpenAsync(Gateway, request, null, CancellationToken.None));

        await CaseOnScreen.OpenAsync(window, "Still waiting");
        await Assertions.Expect(window.Page.GetByText($"Belongs to CASE-{first.Number}?")).ToBeVisibleAsync();
        await CaseOnScreen.Button(window.Page.Locator(".case__head"), "Merge into it").ClickAsync();
        await CaseOnScreen.Button(window.Page.Locator("dialog[open]"), "Merge into CASE-").ClickAsync();
        await Assertions.Expect(window.Page.GetByText($"This case goes on in CASE-{first.Number}")).ToBeVisibleAsync();
        await window.GoAsync(OpsUrls.Case(first.Id));
        await Assertions.Expect(window.Page.Locator(".thread")).ToContainTextAsync("Any news?");
        Assert.Empty(window.Complaints);
    }

    private Task<Case> FindAsync(string subject) =>
        _server.Get<OpsDatabase>().ReadAsync(db => db.Set<Case>().SingleAsync(row => row.Subject == subject), CancellationToken.None);
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed partial class When_the_target_changes_after_approval(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task It_comes_back_with_only_what_changed_and_one_more_approval_runs_it()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var desk = await CaseOnScreen.OpenAsync(window, "Refund of 12 €");
        await ApproveAndRefundMeanwhileAsync(desk, "Ready to run", 5);

        await desk.StandsAtAsync("Needs you");
        var changes = desk.Card.Locator("table.diff").Filter(new LocatorFilterOptions { HasText = "What differs" }).Locator("tr");
        await Assertions.Expect(changes).ToHaveTextAsync(
        [
            "Verdict12.00 € is at most 25 €.becomes5.00 € of this payment went back already; somebody else checks.", "Refunded0becomes5", "Payment, refunded0.00 €becomes5.00 €",
        ]);
        Assert.Single(Shop.Effects);

        await desk.ApproveAsync();
        await desk.StandsAtAsync("Verified");
        Assert.Equal([5m, 12m], Shop.Effects.Select(effect => effect.Arguments["amount"]!.GetValue<decimal>()));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task It_is_blocked_when_the_change_forbids_it()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var desk = await CaseOnScreen.OpenAsync(window, "Damaged");
        await ApproveAndRefundMeanwhileAsync(desk, "Needs you", 5);

        await desk.StandsAtAsync("Blocked");
        await desk.CardSaysAsync("can still be given back");
        await desk.HasNoButtonAsync("Approve");
        Assert.Single(Shop.Effects);
    }

    private ShopDesk Shop => new(_server);

    /// <summary>The shop's records cannot be read when it is approved; before they can, somebody in the shop gives back a part of the same payment.</summary>
    private async Task ApproveAndRefundMeanwhileAsync(CaseOnScreen desk, string standing, decimal amount)
    {
        await desk.StandsAtAsync(standing);
        await desk.Card.Locator("details.proof > summary").ClickAsync();
        var payment = PaymentId().Match(await desk.Card.InnerTextAsync()).Value;
        Shop.Fails(new SandboxFault(SandboxFaultKind.Down, "records"));
        await desk.ApproveAsync();
        await desk.StandsAtAsync("Trying again");
        await Shop.RefundByHandAsync(payment, amount);
        Shop.Fails();
    }

    [GeneratedRegex("PAY-[0-9]+")]
    private static partial Regex PaymentId();
}

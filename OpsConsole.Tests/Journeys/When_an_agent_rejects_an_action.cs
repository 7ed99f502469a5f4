using Microsoft.Playwright;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_an_agent_rejects_an_action(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task They_say_why_and_nothing_reaches_the_shop()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var rejected = await CaseOnScreen.OpenAsync(window, "Cracked item");
        await rejected.PressAsync("Reject");
        var reject = CaseOnScreen.Button(rejected.Dialog, "Reject action");
        await Assertions.Expect(reject).ToBeDisabledAsync();
        await rejected.Dialog.GetByRole(AriaRole.Radio, new() { Name = "Other" }).CheckAsync();
        await Assertions.Expect(reject).ToBeDisabledAsync();
        await rejected.Dialog.GetByLabel("What is right instead").FillAsync("The customer keeps it for half the price.");
        await reject.ClickAsync();
        await rejected.StandsAtAsync("Rejected");
        await rejected.HasNoButtonAsync("Approve");

        // The jobs take what is due in order: once a later action is through, a rejected one that was still due would be too.
        var approved = await CaseOnScreen.OpenAsync(window, "Damaged");
        await approved.ApproveAsync();
        await approved.StandsAtAsync("Verified");
        var effect = Assert.Single(new ShopDesk(_server).Effects);
        await approved.CardSaysAsync(effect.Arguments["payment_id"]!.GetValue<string>());
        Assert.Empty(window.Complaints);
    }
}

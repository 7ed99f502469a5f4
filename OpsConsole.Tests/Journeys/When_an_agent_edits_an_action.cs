using Microsoft.Playwright;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_an_agent_edits_an_action(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_verdict_follows_as_they_type_and_what_they_typed_is_what_happens()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var desk = await CaseOnScreen.OpenAsync(window, "Damaged");
        await desk.StandsAtAsync("Needs you");
        await desk.PressAsync("Edit");
        var amount = desk.Dialog.GetByLabel("Amount");
        await amount.FillAsync("12000");
        await Assertions.Expect(desk.Dialog).ToContainTextAsync("Now: blocked");
        await Assertions.Expect(desk.Dialog).ToContainTextAsync("can still be given back");
        await amount.FillAsync("12.50");
        await Assertions.Expect(desk.Dialog).ToContainTextAsync("Now: ready to run");
        await desk.ConfirmAsync("Save the edit");

        await desk.StandsAtAsync("Ready to run");
        await desk.CardSaysAsync("Refund 12.50 €");
        await desk.ApproveAsync();
        await desk.StandsAtAsync("Verified");
        var effect = Assert.Single(new ShopDesk(_server).Effects);
        Assert.Equal(12.50m, effect.Arguments["amount"]!.GetValue<decimal>());
        Assert.Empty(window.Complaints);
    }
}

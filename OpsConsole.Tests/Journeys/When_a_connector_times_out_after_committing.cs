using OpsConsole.Core.Connectors.Sandbox;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_connector_times_out_after_committing(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_outcome_is_unknown_until_the_effect_is_found_and_it_happened_once()
    {
        using var gate = new Gate("after-look");
        var shop = new ShopDesk(_server);
        shop.Fails(new SandboxFault(SandboxFaultKind.TimeoutAfterCommit, "refund_payment", Times: 1));
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var desk = await CaseOnScreen.OpenAsync(window, "Refund of 12 €");
        await desk.ApproveAsync();

        await desk.StandsAtAsync("Unknown");
        await desk.CardSaysAsync("No clear answer: The sandbox did not answer in time.");
        await desk.HasNoButtonAsync("Approve");
        gate.LetOnePass();

        await desk.StandsAtAsync("Verified");
        await desk.CardSaysAsync("Verified by reading it back");
        // The payment would bear this refund a second time; that the shop has it once is our doing.
        Assert.Single(shop.Effects);
        Assert.Empty(window.Complaints);
    }
}

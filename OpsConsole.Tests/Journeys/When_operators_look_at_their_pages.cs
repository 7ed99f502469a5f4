using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_operators_look_at_their_pages(Browser browser) : IAsyncLifetime
{
    private static readonly (string Name, string Url)[] Pages =
    [
        ("audit", OpsUrls.Audit), ("audit-entry", OpsUrls.With(OpsUrls.Audit, ("entry", "1"))), ("system", OpsUrls.System), ("people", OpsUrls.People), ("account", OpsUrls.Account),
    ];

    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task None_has_barriers_or_scrolls_sideways_in_any_look()
    {
        var found = new List<string>();
        foreach (var look in WindowLook.All)
        {
            await using var window = await browser.OpenAsync(_server, Roles.Admin, look);
            foreach (var (name, url) in Pages)
            {
                await window.GoAsync(url);
                await window.Page.WaitForSelectorAsync("[aria-busy=true]", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
                await window.ShootAsync($"{name}-{look.Name}");
                found.AddRange((await window.BarriersAsync()).Select(barrier => $"{name}, {look.Name}: {barrier}"));
                found.AddRange(await window.ScrollsSidewaysAsync() ? [$"{name}, {look.Name}: scrolls sideways"] : []);
            }

            found.AddRange(window.Complaints.Select(complaint => $"{look.Name}: {complaint}"));
        }

        Assert.Empty(found);
    }
}

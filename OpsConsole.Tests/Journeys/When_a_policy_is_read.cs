using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Tests.Architecture;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_policy_is_read(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OpsServer.StartAsync();
        var files = SourceTree.Files("packs", ".yaml").Where(file => file.Contains("/policies/", StringComparison.Ordinal)).Select(file => new PolicyFile(file, SourceTree.Read(file)));
        await _server.Get<PublishPolicies>().PublishAsync(Actor.Jobs, [.. files], CancellationToken.None);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_list_leads_to_the_table_and_the_row_of_a_link_is_marked()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Auditor);
        await window.GoAsync(OpsUrls.Policies);
        await window.Page.ClickAsync("text=Goodwill credit");
        await window.Page.WaitForSelectorAsync("#rule-G4");
        await window.GoAsync(OpsUrls.With(OpsUrls.Policy("goodwill"), ("hit", "G4")));
        await window.Page.WaitForSelectorAsync("#rule-G4[aria-current=true]");
    }
}

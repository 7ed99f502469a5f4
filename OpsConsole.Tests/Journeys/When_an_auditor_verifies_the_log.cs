using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_an_auditor_verifies_the_log(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync(null, "Demo:Cases=false");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task It_is_whole_until_somebody_edits_the_file()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Auditor);
        await window.GoAsync(OpsUrls.Audit);
        await window.Page.ClickAsync("text=Verify now");
        await window.Page.WaitForSelectorAsync("text=Chain is whole");
        await window.ShootAsync("audit-verified");

        await _server.Get<OpsDatabase>().WriteAsync(
            db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_log_is_never_changed; UPDATE audit_log SET \"ActorName\" = 'Somebody Else' WHERE \"Sequence\" = 1"),
            CancellationToken.None);
        await window.Page.ClickAsync("text=Verify now");
        await window.Page.WaitForSelectorAsync("text=entry 1 was edited");
        await window.ShootAsync("audit-broken");
    }

    [Fact]
    public async Task An_entry_opens_with_its_complete_parameters_at_an_address_of_its_own()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Auditor);
        await window.GoAsync(OpsUrls.Audit);
        await window.Page.ClickAsync("table.log tbody tr:last-child td:first-child a");
        await window.Page.WaitForSelectorAsync("text=Parameters, complete");
        Assert.Contains("entry=1", window.Page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }
}

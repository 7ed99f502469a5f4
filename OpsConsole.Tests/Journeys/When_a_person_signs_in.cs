using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_person_signs_in(Browser browser) : IAsyncLifetime
{
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync(null, "Demo:Cases=false");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_page_and_back_to_where_they_wanted()
    {
        await using var window = await browser.OpenAsync(_server);
        await window.Page.GotoAsync(OpsUrls.System);
        Assert.Contains("/signin?returnUrl=%2Fsystem", window.Page.Url, StringComparison.Ordinal);
        await window.Page.ClickAsync($"button[name=DemoRole][value={Roles.Admin}]");
        await window.ArrivesAsync($"**{OpsUrls.System}");
    }

    [Fact]
    public async Task A_demo_account_needs_one_press_and_leaves_a_row_in_the_log()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        var logged = await _server.Get<OpsDatabase>().ReadAsync(
            db => db.Set<AuditRecord>().Where(row => row.Event == "signin.succeeded").Select(row => row.ActorName).ToListAsync(), CancellationToken.None);
        Assert.Contains("Mara Okafor", logged);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_that_do_not_say_which_part_was_wrong()
    {
        await using var window = await browser.OpenAsync(_server);
        await window.Page.GotoAsync(OpsUrls.SignIn);
        await window.Page.FillAsync("input[type=email]", "nobody@example.org");
        await window.Page.FillAsync("input[type=password]", "correct horse battery");
        await window.Page.ClickAsync("button.btn--primary");
        var refusal = await window.Page.InnerTextAsync("[role=alert]");
        Assert.StartsWith("E-mail and password do not match, or the account is locked.", refusal.Trim(), StringComparison.Ordinal);
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("sign-in-refused");
    }
}

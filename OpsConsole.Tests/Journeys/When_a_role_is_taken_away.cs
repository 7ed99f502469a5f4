using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Identity.Changing;
using OpsConsole.Core.Identity.SigningIn;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed partial class When_a_role_is_taken_away(Browser browser) : IAsyncLifetime
{
    private static readonly Actor Admin = new(ActorKind.Person, "another-admin", "Ada", [Roles.Admin]);

    /// <summary>Far less than the next look at a session's standing, far more than a loaded machine needs.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(15);

    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync(null, "Demo:Cases=false");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_open_page_loses_it_at_once()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Supervisor);
        await window.GoAsync(OpsUrls.System);
        await window.Page.WaitForSelectorAsync("h1:has-text('System')");

        var start = Stopwatch.GetTimestamp();
        Assert.IsType<PeopleOutcome.Done>(await _server.Get<ChangeRoles>().RunAsync(Admin, await IdOfAsync(Roles.Supervisor), [Roles.Agent], CancellationToken.None));
        await window.Page.WaitForSelectorAsync("text=This page is not for your role");
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, AtOnce);
    }

    [Fact]
    public async Task A_person_who_is_locked_or_signed_out_everywhere_is_led_to_the_sign_in_page()
    {
        await using var locked = await browser.OpenAsync(_server, Roles.Auditor);
        await locked.GoAsync(OpsUrls.Audit);
        await _server.Get<LockPerson>().RunAsync(Admin, await IdOfAsync(Roles.Auditor), CancellationToken.None);
        await Assertions.Expect(locked.Page).ToHaveURLAsync(SignInAddress());

        await using var signedOut = await browser.OpenAsync(_server, Roles.Admin);
        await signedOut.GoAsync(OpsUrls.Audit);
        await _server.Get<SignOutEverywhere>().RunAsync(Admin, await IdOfAsync(Roles.Admin), CancellationToken.None);
        await Assertions.Expect(signedOut.Page).ToHaveURLAsync(SignInAddress());
    }

    private Task<Guid> IdOfAsync(string role) => _server.Get<OpsDatabase>().ReadAsync(
        db => db.Set<Person>().Where(person => person.Email == DemoPeople.EmailOf(role)).Select(person => person.Id).SingleAsync(), CancellationToken.None);

    [GeneratedRegex("/signin")]
    private static partial Regex SignInAddress();
}

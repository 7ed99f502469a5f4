using Microsoft.Playwright;
using OpsConsole.Core.Identity.Inviting;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_the_first_admin_is_made(Browser browser) : IAsyncLifetime
{
    private const string Password = "seven green lamps";
    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync(null, "Demo:Enabled=false");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_code_of_the_console_makes_them_once_and_they_invite_the_next()
    {
        var code = await _server.Get<OpenWorkspace>().RunAsync(CancellationToken.None);
        await using var window = await browser.OpenAsync(_server);
        await window.Page.GotoAsync(OpsUrls.SignIn);
        Assert.Equal(0, await window.Page.Locator("button[name=DemoRole]").CountAsync());

        await FillSetupAsync(window, "setup_wrong");
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync("The code does not work");
        Assert.Empty(await window.BarriersAsync());
        await FillSetupAsync(window, code!);
        await window.ArrivesAsync("**/signin");
        await window.Page.GotoAsync(OpsUrls.Setup);
        Assert.Contains("Already set up", await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await SignInAsync(window, "ada@example.org");
        await window.GoAsync(OpsUrls.People);
        await window.Page.ClickAsync("text=Invite");
        await window.Page.FillAsync("#invite input >> nth=0", "Grace Hopper");
        await window.Page.FillAsync("#invite input[type=email]", "grace@example.org");
        await window.Page.ClickAsync("text=Make the invitation");
        var link = await window.Page.InnerTextAsync("[data-secret]");

        await using var second = await browser.OpenAsync(_server);
        await second.Page.GotoAsync(link.Trim());
        await second.Page.FillAsync("input[type=password]", Password);
        await second.Page.ClickAsync("button[type=submit]");
        await second.ArrivesAsync("**/signin");
        await SignInAsync(second, "grace@example.org");
    }

    private static async Task FillSetupAsync(Window window, string code)
    {
        await window.Page.GotoAsync(OpsUrls.Setup);
        await window.Page.FillAsync("input[name='Form.Code']", code);
        await window.Page.FillAsync("input[name='Form.Name']", "Ada Byron");
        await window.Page.FillAsync("input[name='Form.Email']", "ada@example.org");
        await window.Page.FillAsync("input[name='Form.Password']", Password);
        await window.Page.ClickAsync("button[type=submit]");
    }

    private static async Task SignInAsync(Window window, string email)
    {
        await window.Page.GotoAsync(OpsUrls.SignIn);
        await window.Page.FillAsync("input[type=email]", email);
        await window.Page.FillAsync("input[type=password]", Password);
        await window.Page.ClickAsync("button.btn--primary");
        await window.ArrivesAsync(url => !url.Contains(OpsUrls.SignIn, StringComparison.Ordinal));
    }
}

using Microsoft.Playwright;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_file_of_cases_is_imported(Browser browser) : IAsyncLifetime
{
    private const string Line = """{"case_id": "RD-0001", "channel": "email", "received_at": "2026-05-01T10:54:19Z", "subject": "Exchange the lamp", "body": "Hello"}""";

    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync(null, "Demo:Cases=false");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Its_lines_become_cases_and_the_bad_ones_are_named()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Supervisor);
        await window.GoAsync(OpsUrls.ImportCases);
        await UploadAsync(window, $"{Line}\nnot json\n{Line.Replace("RD-0001", "RD-0002")}\n");
        await Assertions.Expect(window.Page.Locator("tr[data-row]").First).ToContainTextAsync("Done");
        await Assertions.Expect(window.Page.GetByText("The line is no JSON")).ToBeVisibleAsync();
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("import-light");

        await window.GoAsync(OpsUrls.MyWork);
        await Assertions.Expect(window.Page.Locator(".queue tr[data-row]")).ToHaveCountAsync(2);
        await window.GoAsync(OpsUrls.ImportCases);
        await Assertions.Expect(window.Page.GetByText("The line is no JSON")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_same_file_again_opens_nothing_more()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Supervisor);
        await window.GoAsync(OpsUrls.ImportCases);
        await UploadAsync(window, Line);
        await Assertions.Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        await UploadAsync(window, Line);
        await Assertions.Expect(window.Page.Locator("tr[data-row]")).ToHaveCountAsync(2);
        await Assertions.Expect(window.Page.Locator("tr[data-row]").First).ToContainTextAsync("Done");
        await window.GoAsync(OpsUrls.MyWork);
        await Assertions.Expect(window.Page.Locator(".queue tr[data-row]")).ToHaveCountAsync(1);
    }

    private static Task UploadAsync(Window window, string text) => window.ChooseFileAsync(
        "#import-file", new FilePayload { Name = "cases.jsonl", MimeType = "application/jsonl", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
}

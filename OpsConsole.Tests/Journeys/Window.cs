using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OpsConsole.Tests.Journeys;

/// <summary>A browser window with what journeys do in it.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>The circuit is open, or the page needs none.</summary>
    private const string Ready = "#circuit[data-open], .gate";

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of: script errors, and what the content security policy refused.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a page and waits until it answers to presses.</summary>
    public async Task GoAsync(string url)
    {
        await Page.GotoAsync(url);
        await IsReadyAsync();
    }

    public Task IsReadyAsync() => Page.WaitForSelectorAsync(Ready, new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

    /// <summary>Chooses a file as soon as the page takes one.</summary>
    public async Task ChooseFileAsync(string selector, FilePayload file)
    {
        await Assertions.Expect(Page.Locator(selector)).ToBeEnabledAsync();
        await Page.SetInputFilesAsync(selector, file);
    }

    /// <summary>Signs in as the demo account of a role, as a person does.</summary>
    public async Task SignInAsync(string role)
    {
        await Page.GotoAsync(OpsUrls.SignIn);
        await Page.ClickAsync($"button[name=DemoRole][value={role}]");
        await ArrivesAsync(url => !url.Contains(OpsUrls.SignIn, StringComparison.Ordinal));
        await IsReadyAsync();
    }

    /// <summary>Waits until the window is at an address; not for its load, which may be over before anybody waits for it.</summary>
    public Task ArrivesAsync(Func<string, bool> at) => Page.WaitForURLAsync(at, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });

    /// <summary>The same for a pattern such as <c>**/signin</c>.</summary>
    public Task ArrivesAsync(string pattern) => Page.WaitForURLAsync(pattern, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });

    /// <summary>The serious and critical findings of axe on the page as it is, one line each.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var result = await Page.RunAxe();
        return
        [
            .. result.Violations.Where(finding => finding.Impact is "serious" or "critical")
                .SelectMany(finding => finding.Nodes.Select(node => $"{finding.Id} ({finding.Impact}): {node.Html}")),
        ];
    }

    /// <summary>Whether the page must be scrolled sideways to be read.</summary>
    public Task<bool> ScrollsSidewaysAsync() =>
        Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>Takes a picture into the folder that OPSCONSOLE_SHOTS names; without it, none.</summary>
    public async Task ShootAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("OPSCONSOLE_SHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}

using Microsoft.Playwright;

namespace OpsConsole.Tests.Journeys;

/// <summary>One Chromium for all journeys: the one that OPSCONSOLE_CHROMIUM names, else /usr/bin/chromium.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The collection of all tests that use the browser; they run one after another.</summary>
    public const string Tests = "Browser";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>How long a step waits for what it expects; a loaded machine prepares forty demo cases slowly.</summary>
    private const int Patience = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("OPSCONSOLE_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
        });
    }

    /// <summary>A window of its own, with its own cookies.</summary>
    public async Task<Window> OpenAsync(OpsServer server, WindowLook? look = null)
    {
        look ??= WindowLook.Desk;
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.Address.ToString(),
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "UTC",
        });
        context.SetDefaultTimeout(Patience);
        return new Window(context, await context.NewPageAsync());
    }

    /// <summary>A window of somebody who is signed in as the demo account of <paramref name="role"/>.</summary>
    public async Task<Window> OpenAsync(OpsServer server, string role, WindowLook? look = null)
    {
        var window = await OpenAsync(server, look);
        await window.SignInAsync(role);
        return window;
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.CloseAsync();
        }

        _playwright?.Dispose();
    }
}

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpsConsole.Bench;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_an_admin_configures_a_model(Browser browser) : IAsyncLifetime
{
    private const string Canary = "canary-key-0123456789";

    private OpsServer _server = null!;
    private ModelStub _stub = null!;

    public async Task InitializeAsync()
    {
        _stub = await ModelStub.StartAsync();
        _server = await OpsServer.StartAsync(null, "Demo:Cases=false", "Models:RequireEvaluation=false", $"Models:AllowedHosts:0={_stub.Host}");
        _server.Get<OpsConsole.Core.Preparation.Evaluating.EvaluationShelf>().Replace("service-desk", []);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _stub.DisposeAsync();
    }

    [Fact]
    public async Task A_provider_is_added_tested_and_its_cost_is_seen()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        await window.GoAsync(OpsUrls.Ai);
        await Assertions.Expect(window.Page.GetByText("No model is configured")).ToBeVisibleAsync();
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("ai-empty");
        await AddAsync(window, _stub.Address);
        await Assertions.Expect(window.Page.Locator("table.providers")).ToContainTextAsync("stub-careful");
        await Assertions.Expect(window.Page.Locator("table.providers")).ToContainTextAsync("2.50 / 10.00 EUR");

        using var pace = new SemaphoreSlim(1);
        _stub.Next(StubAnswer.Say("You can be heard, and this answer takes a while to come.") with { Held = pace.WaitAsync });
        await window.Page.ClickAsync("button[aria-label='Test Stub']");
        await Assertions.Expect(window.Page.Locator(".test-call__said")).ToHaveTextAsync("You can be h");
        pace.Release(1_000);
        await Assertions.Expect(window.Page.Locator(".test-call__said")).ToContainTextAsync("takes a while to come.");
        await Assertions.Expect(window.Page.Locator(".test-call__checks li")).ToHaveCountAsync(3);
        await Assertions.Expect(window.Page.Locator(".test-call__checks")).ToContainTextAsync("The model asked for the tool that it was given.");
        await Assertions.Expect(window.Page.Locator("table.exchanges tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(window.Page.GetByText("Today, tokens")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".expo >> nth=0")).Not.ToContainTextAsync(new Regex(@"\b0 of"));
        var cost = window.Page.Locator(".test-call .kv dd").Last;
        await Assertions.Expect(cost).ToHaveTextAsync(new Regex(@"^0\.\d*[1-9]\d*\sEUR$"));
        await Assertions.Expect(window.Page.Locator(".expo >> nth=1")).ToContainTextAsync($"{await cost.InnerTextAsync()} of");
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("ai-tested");

        await window.Page.ClickAsync("table.exchanges tbody tr >> nth=0 >> a");
        await Assertions.Expect(window.Page.Locator("dialog[open] pre >> nth=0")).ToContainTextAsync("read_clock");
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("ai-exchange");
        Assert.DoesNotContain(Canary, await window.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal($"Bearer {Canary}", _stub.Requests.First().Headers["Authorization"]);
        var logged = await _server.Get<OpsDatabase>().ReadAsync(
            db => db.Set<AuditRecord>().Where(row => row.Event.StartsWith("model.")).OrderBy(row => row.Sequence).Select(row => row.Event + " " + row.DetailsJson).ToListAsync(), CancellationToken.None);
        Assert.Equal(["model.provider-added", "model.key-set", "model.tested"], logged.Select(row => row.Split(' ')[0]));
        Assert.DoesNotContain(logged, row => row.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_in_the_inner_network_is_refused_in_words()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        await window.GoAsync(OpsUrls.Ai);
        await AddAsync(window, "http://127.0.0.1:9/v1");
        await Assertions.Expect(window.Page.Locator("dialog[open] .note")).ToContainTextAsync("Models:AllowedHosts");
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("ai-refused");
    }

    [Fact]
    public async Task Budgets_and_allowances_are_set_and_an_auditor_only_reads_them()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        await window.GoAsync(OpsUrls.Ai);
        await AddAsync(window, _stub.Address);
        await Assertions.Expect(window.Page.Locator("table.providers")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Change budgets" }).ClickAsync();
        await window.Page.GetByLabel("Tokens for a day").FillAsync("1234567");
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("ai-budgets");
        await window.Page.ClickAsync("dialog[open] .btn--primary");
        await Assertions.Expect(window.Page.Locator(".expo >> nth=0")).ToContainTextAsync("1,234,567");
        await window.Page.ClickAsync(".allow li >> nth=0 >> button");
        await window.Page.GetByLabel("To every provider", new() { Exact = true }).UncheckAsync();
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("ai-allowance");
        await window.Page.ClickAsync("dialog[open] .btn--primary");
        await Assertions.Expect(window.Page.Locator(".allow li >> nth=0")).ToContainTextAsync("nowhere");

        await using var auditor = await browser.OpenAsync(_server, Roles.Auditor);
        await auditor.GoAsync(OpsUrls.Ai);
        await Assertions.Expect(auditor.Page.Locator("table.providers")).ToContainTextAsync("Stub");
        await Assertions.Expect(auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Add a provider" })).ToHaveCountAsync(0);
        Assert.Empty(await auditor.BarriersAsync());
    }

    private static async Task AddAsync(Window window, string address)
    {
        await window.Page.ClickAsync(".page__actions .btn--primary");
        await window.Page.SelectOptionAsync("dialog[open] select", "Compatible");
        foreach (var (label, text) in new[]
        {
            ("Name", "Stub"), ("Address", address), ("Model for careful questions", "stub-careful"), ("Key", Canary), ("Price for a million tokens sent", "2.5"), ("Price for a million tokens answered", "10"),
        })
        {
            await window.Page.Locator("dialog[open] label.field").Filter(new() { HasTextRegex = new Regex($"^{label}") }).Locator("input").FillAsync(text);
        }

        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("ai-provider");
        await window.Page.ClickAsync("dialog[open] .btn--primary");
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpsConsole.Bench;
using OpsConsole.Core.Identity;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed partial class When_a_provider_is_evaluated(Browser browser) : IAsyncLifetime
{
    private HelpedDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await HelpedDesk.OpenAsync("Models:RequireEvaluation=true");

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    /// <summary>In milliseconds; a whole set is run twice, and a busy machine takes minutes for it.</summary>
    private const int EndOfASet = 300_000;

    [Fact]
    public async Task It_waits_for_its_figures_does_not_work_when_it_is_worse_and_a_person_may_let_it()
    {
        using var pace = new SemaphoreSlim(0);
        _desk.Answers["wishes"] = _ => StubAnswer.Say("""{"wishes": []}""") with { Held = pace.WaitAsync };
        _desk.Answers["plan"] = question => StubAnswer.Say(Overeager(HelpedDesk.TextOf(question)));
        await using var window = await browser.OpenAsync(_desk.Server, Roles.Admin);
        await window.GoAsync(OpsUrls.Ai);
        await _desk.AddModelAsync();
        var standing = window.Page.Locator(".standings");
        await Assertions.Expect(standing).ToContainTextAsync("waits for its evaluation");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status).Filter(new() { HasTextRegex = new Regex("^House .*: \\d+ of \\d+") })).ToBeVisibleAsync();
        await window.ShootAsync("evaluation-running");
        await SeeCaseAsync("Recommended: refund", "by playbook, without a model");

        pace.Release(10_000);
        await Assertions.Expect(standing).ToContainTextAsync("does not work", new() { Timeout = EndOfASet });
        await Assertions.Expect(window.Page.Locator(".plot__legend li")).ToHaveCountAsync(2);
        await Assertions.Expect(window.Page.Locator("table.runs tbody tr").Filter(new() { HasText = "House" }).Locator(".chip")).ToHaveTextAsync(new Regex("^[1-9]"));
        await CaseOnScreen.Button(window.Page.Locator("table.runs"), "House").ClickAsync();
        await Assertions.Expect(window.Page.Locator("table.cases tbody tr").First).ToContainTextAsync("wrong write");
        Assert.Empty(await window.BarriersAsync());
        await window.ShootAsync("evaluation-worse");
        await SeeCaseAsync("Recommended: refund", "by playbook, without a model");

        await CaseOnScreen.Button(standing, "Let it work anyway").ClickAsync();
        await window.Page.Locator("dialog[open] textarea").FillAsync("For a week, to see what it does.");
        Assert.Empty(await window.BarriersAsync());
        await CaseOnScreen.Button(window.Page.Locator("dialog[open]"), "Let it work").ClickAsync();
        await Assertions.Expect(standing).ToContainTextAsync("let it");
        await window.ShootAsync("evaluation-cleared");
        await SeeCaseAsync("Prepared with", $"with {HelpedDesk.Model}");
        Assert.Empty(window.Complaints);
    }

    private async Task SeeCaseAsync(string summary, string prepared)
    {
        await using var agent = await browser.OpenAsync(_desk.Server, Roles.Agent);
        await agent.GoAsync((await _desk.HearAsync()).Url);
        await new CaseOnScreen(agent).StandsAtAsync("Needs you");
        await Assertions.Expect(agent.Page.Locator("#prepared")).ToContainTextAsync(prepared);
        await Assertions.Expect(agent.Page.Locator(".pane--sheet")).ToContainTextAsync(summary);
        Assert.Empty(agent.Complaints);
    }

    /// <summary>Sends things back whenever a return is in scope, whichever was meant.</summary>
    private static string Overeager(string question)
    {
        var order = OrderId().Match(question);
        var item = ItemId().Match(question);
        return !question.Contains("sandbox.create_return", StringComparison.Ordinal) || !order.Success || !item.Success
            ? """{"actions": [], "questions": []}"""
            : new JsonObject
            {
                ["actions"] = new JsonArray(new JsonObject
                {
                    ["action_type"] = "sandbox.create_return",
                    ["parameters"] = new JsonObject { ["order_id"] = order.Groups[1].Value, ["item_ids"] = new JsonArray(item.Groups[1].Value), ["reason"] = "return" },
                    ["sources"] = new JsonArray(),
                    ["because"] = "the customer wants to return it",
                }),
                ["questions"] = new JsonArray(),
            }.ToJsonString();
    }

    [GeneratedRegex("\"order_id\":\"(W-\\d+)\"")]
    private static partial Regex OrderId();

    [GeneratedRegex("\"item_id\":\"([^\"]+)\"")]
    private static partial Regex ItemId();
}

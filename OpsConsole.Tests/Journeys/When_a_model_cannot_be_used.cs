using Microsoft.Playwright;
using OpsConsole.Bench;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models.Configuring;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_model_cannot_be_used(Browser browser) : IAsyncLifetime
{
    private HelpedDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await HelpedDesk.OpenAsync();
        await _desk.AddModelAsync();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Model_down_means_prepared_by_the_playbook_with_a_note(bool refusesConnections)
    {
        if (refusesConnections)
        {
            await _desk.Stub.DisposeAsync();
        }
        else
        {
            _desk.Stub.Answers = _ => StubAnswer.Fail(500, "The engine is overheated");
        }

        await using var window = await browser.OpenAsync(_desk.Server, Roles.Agent);
        await window.GoAsync((await _desk.HearAsync()).Url);
        await IsByPlaybookAsync(window, "House");
        await window.ShootAsync($"model-down-{(refusesConnections ? "refused" : "failing")}");
    }

    [Fact]
    public async Task Budget_spent_means_prepared_by_the_playbook_with_a_note_and_nothing_is_sent()
    {
        await _desk.LimitAsync(new ModelLimits { DayTokens = 10 });
        await using var window = await browser.OpenAsync(_desk.Server, Roles.Agent);
        await window.GoAsync((await _desk.HearAsync()).Url);
        await IsByPlaybookAsync(window, "budget");
        await window.ShootAsync("model-budget");
        Assert.Empty(_desk.Stub.Requests);
    }

    private static async Task IsByPlaybookAsync(Window window, string words)
    {
        var desk = new CaseOnScreen(window);
        await desk.StandsAtAsync("Needs you");
        var note = window.Page.Locator(".note").Filter(new() { HasText = "The model could not be used" });
        await Assertions.Expect(note.Locator(".note__title")).ToHaveTextAsync("Prepared by the playbook");
        await Assertions.Expect(note).ToContainTextAsync(words);
        await Assertions.Expect(window.Page.Locator("#prepared")).ToContainTextAsync("by playbook, without a model");
        Assert.Empty(await window.BarriersAsync());
        Assert.Empty(window.Complaints);
    }
}

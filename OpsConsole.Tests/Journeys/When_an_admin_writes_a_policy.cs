using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_an_admin_writes_a_policy(Browser browser) : IAsyncLifetime
{
    private const int Bands = 41;
    private const int Forgotten = 7;

    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_table_from_a_spreadsheet_becomes_a_rule_of_the_house_once_a_second_person_says_so()
    {
        await using var admin = await browser.OpenAsync(_server, Roles.Admin);
        var draft = new PolicyOnScreen(admin);
        await PastIsThereAsync();

        await draft.BeginAsync("Season refunds", "sandbox.refund_payment");
        await draft.AddInputAsync("action.am", "action.amount");
        await draft.GoToAsync(0, 1);
        await draft.PasteAsync(Spreadsheet());
        await Assertions.Expect(draft.Rows).ToHaveCountAsync(Bands - 1);
        await draft.IsSavedAsync();

        await Assertions.Expect(draft.Findings).ToContainTextAsync("No rule fires when 60 < amount ≤ 70");
        await draft.Findings.GetByRole(AriaRole.Button, new() { Name = "Add rule" }).ClickAsync();
        await Assertions.Expect(draft.Rows).ToHaveCountAsync(Bands);
        await Assertions.Expect(draft.Rows.Last).ToContainTextAsync("(60..70]");
        await Assertions.Expect(draft.Findings).Not.ToContainTextAsync("No rule fires");
        await DescribeAsync(draft, "The band that was forgotten.");

        await ReplayAsync(draft);
        await admin.ShootAsync("policy-draft-light");
        Assert.Empty(await admin.BarriersAsync());
        await TestAsync(draft);
        await SubmitAsync(draft);
        await SecondPersonPublishesAsync();
        await TheNextCaseIsDecidedByItAsync();
        Assert.Empty(admin.Complaints);
    }

    /// <summary>Forty bands of amounts as Excel copies them, one forgotten: a reason with a line break and quotes comes in the spreadsheet's own quotes.</summary>
    private static string Spreadsheet() => string.Concat(Enumerable.Range(1, Bands).Where(band => band != Forgotten).Select(band =>
    {
        var to = band * 10;
        var test = band == 1 ? "<= 10" : band == Bands ? $"> {to - 10}" : $"({to - 10}..{to}]";
        var reason = band == 2 ? "\"Band \"\"two\"\",\nas the handbook says.\"" : $"Band {band} of the season.";
        return string.Create(CultureInfo.InvariantCulture, $"{test}\tsupervisor approves\t\tS-1 §{band}\t{reason}\r\n");
    }));

    private async Task PastIsThereAsync()
    {
        var decisions = _server.Get<OpsDatabase>();
        for (var count = 0; count == 0;)
        {
            count = await decisions.ReadAsync(db => db.Set<DecisionRecord>().CountAsync(row => row.ActionTypeId == "sandbox.refund_payment" && row.IsDemo), CancellationToken.None);
        }
    }

    private static async Task DescribeAsync(PolicyOnScreen draft, string reason)
    {
        await draft.GoToAsync(Bands - 1, 5);
        await draft.TypeAsync(reason);
        await Assertions.Expect(draft.Rows.Last).ToContainTextAsync(reason);
    }

    private static async Task ReplayAsync(PolicyOnScreen draft)
    {
        var replay = draft.Page.Locator("#replay");
        await CaseOnScreen.Button(replay, "Run").ClickAsync();
        await Assertions.Expect(replay.Locator(".chart")).ToBeVisibleAsync();
        await Assertions.Expect(replay).ToContainTextAsync("stricter");
        await replay.GetByText("one by one").ClickAsync();
        await Assertions.Expect(replay.Locator("tbody tr a").First).ToContainTextAsync("CASE-");
    }

    private static async Task TestAsync(PolicyOnScreen draft)
    {
        await draft.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Tests") }).ClickAsync();
        await draft.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^From CASE-") }).ClickAsync();
        await Assertions.Expect(draft.Page.Locator(".tests tbody tr")).ToContainTextAsync("Passes");
    }

    private static async Task SubmitAsync(PolicyOnScreen draft)
    {
        await draft.IsSavedAsync();
        await CaseOnScreen.Button(draft.Page.Locator(".page__actions"), "Submit to publish").ClickAsync();
        await draft.Dialog.GetByRole(AriaRole.Textbox).FillAsync("The bands of the season.");
        await CaseOnScreen.Button(draft.Dialog, "Submit").ClickAsync();
        await Assertions.Expect(draft.Page.GetByText("It waits for a second person")).ToBeVisibleAsync();
        await Assertions.Expect(CaseOnScreen.Button(draft.Page.Locator(".page__actions"), "Publish")).ToHaveCountAsync(0);
    }

    private async Task SecondPersonPublishesAsync()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Supervisor);
        await window.GoAsync(OpsUrls.Policies);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Season refunds" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText("The bands of the season.")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#replay .chart")).ToBeVisibleAsync();
        await window.ShootAsync("policy-review-light");
        Assert.Empty(await window.BarriersAsync());
        await CaseOnScreen.Button(window.Page.Locator(".page__actions"), "Publish").ClickAsync();
        await CaseOnScreen.Button(window.Page.Locator("dialog[open]"), "Publish").ClickAsync();
        await Assertions.Expect(window.Page.Locator("h1")).ToContainTextAsync("version 1");
        Assert.Contains(_server.Get<IPolicies>().InForce.Policies, policy => policy.Id == "season-refunds");
    }

    private async Task TheNextCaseIsDecidedByItAsync()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Agent);
        await (await CaseOnScreen.OpenAsync(window, "Damaged")).StandsAtAsync("Needs you");
        var words = await _server.Get<OpsDatabase>().ReadAsync(
            db => db.Set<CaseMessage>().Where(row => db.Set<Case>().Any(found => found.Id == row.CaseId && found.Subject == "Damaged")).Select(row => row.Body).FirstAsync(), CancellationToken.None);
        await window.GoAsync(OpsUrls.NewCase);
        await window.Page.FillAsync("#subject", "Damaged, the next one");
        await window.Page.FillAsync("#body", words);
        await CaseOnScreen.Button(window.Page.Locator(".newcase"), "Open case").ClickAsync();
        var next = await CaseOnScreen.OpenAsync(window, "Damaged, the next one");
        await next.StandsAtAsync("Needs supervisor");
        await next.CardSaysAsync("of the season");
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Foundation.Storage;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Tests.Connectors.OpenApi;

namespace OpsConsole.Tests.Journeys;

[Collection(Browser.Tests)]
public sealed class When_a_dmn_file_is_imported(Browser browser) : IAsyncLifetime
{
    private const string Dish = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:dishes" name="Dishes" id="dishes">
          <inputData id="season" name="Season"><variable name="Season" typeRef="string"/></inputData>
          <decision id="dish" name="Dish">
            <variable name="Dish" typeRef="string"/>
            <informationRequirement><requiredInput href="#season"/></informationRequirement>
            <decisionTable hitPolicy="UNIQUE">
              <input label="season"><inputExpression typeRef="string"><text>Season</text></inputExpression></input>
              <output name="Dish" typeRef="string"/>
              <rule><inputEntry><text>"Winter"</text></inputEntry><outputEntry><text>"Stew"</text></outputEntry></rule>
              <rule><inputEntry><text>not("Winter")</text></inputEntry><outputEntry><text>"Salad"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;

    private OpsServer _server = null!;

    public async Task InitializeAsync() => _server = await OpsServer.StartAsync(null, "Demo:Cases=false");

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task It_becomes_a_draft_that_can_be_exported_and_read_again()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        await ImportAsync(window, "dishes.dmn", Encoding.UTF8.GetBytes(Dish));
        await ExportsAgainAsync(window);
    }

    [SharedKitFact]
    public async Task A_file_of_the_kit_becomes_a_draft_that_can_be_exported_and_read_again()
    {
        var file = Path.Combine(SharedMaterial.Find("data", "dmn-tck", "compliance-level-2", "0004-simpletable-U")!, "0004-simpletable-U.dmn");
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        await ImportAsync(window, Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        await ExportsAgainAsync(window);
    }

    [Fact]
    public async Task What_was_written_here_comes_back_as_it_was()
    {
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        await window.GoAsync(OpsUrls.Policy("goodwill"));
        var rules = _server.Get<IPolicies>().InForce.Policies.Single(policy => policy.Id == "goodwill").Rules.Count;
        var text = await DownloadAsync(window);
        await ImportAsync(window, "goodwill.dmn", Encoding.UTF8.GetBytes(text));
        await Assertions.Expect(window.Page.Locator("h1")).ToContainTextAsync("Goodwill credit");
        await Assertions.Expect(window.Page.Locator("tr[data-index]")).ToHaveCountAsync(rules);
        await Assertions.Expect(window.Page.GetByText("differ from v1")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("not XML at all", "cannot be imported")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"&x;\" namespace=\"n\"/>", "cannot be imported")]
    [InlineData("<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"Empty\" namespace=\"n\"/>", "no decision")]
    public async Task A_malformed_file_is_refused_in_a_sentence_and_nothing_is_saved(string text, string sentence) => await RefusedAsync("broken.dmn", Encoding.UTF8.GetBytes(text), sentence);

    [Fact]
    public async Task Requirements_that_go_round_in_a_circle_are_refused()
    {
        var circle = Regex.Replace(Dish, "<informationRequirement>.*?</informationRequirement>", "<informationRequirement><requiredDecision href=\"#dish\"/></informationRequirement>");
        await RefusedAsync("circle.dmn", Encoding.UTF8.GetBytes(circle), "cannot be imported");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_even_read()
    {
        var huge = Path.Combine(_server.Folder, "huge.dmn");
        await using (var file = File.Create(huge))
        {
            file.SetLength(100 * 1024 * 1024);
        }

        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        await BeginAsync(window);
        await Assertions.Expect(window.Page.Locator("#policy-file")).ToBeEnabledAsync();
        await window.Page.SetInputFilesAsync("#policy-file", huge);
        await SaysAsync(window, "has 100 MB; 5 MB is the most");
    }

    private async Task RefusedAsync(string name, byte[] content, string sentence)
    {
        await using var window = await browser.OpenAsync(_server, Roles.Admin);
        await ChooseAsync(window, name, content);
        await CaseOnScreen.Button(window.Page.Locator("dialog[open]"), "Import as a draft").ClickAsync();
        await SaysAsync(window, sentence);
    }

    private async Task SaysAsync(Window window, string sentence)
    {
        await Assertions.Expect(window.Page.Locator("dialog[open] .note")).ToContainTextAsync(sentence);
        Assert.Equal(0, await _server.Get<OpsDatabase>().ReadAsync(db => db.Set<PolicyDraft>().CountAsync(), CancellationToken.None));
        Assert.Empty(window.Complaints);
    }

    private static async Task BeginAsync(Window window)
    {
        await window.GoAsync(OpsUrls.Policies);
        await CaseOnScreen.Button(window.Page.Locator(".page__actions"), "Import .dmn").ClickAsync();
    }

    private static async Task ChooseAsync(Window window, string name, byte[] content)
    {
        await BeginAsync(window);
        await window.ChooseFileAsync("#policy-file", new FilePayload { Name = name, MimeType = "application/xml", Buffer = content });
    }

    private static async Task ImportAsync(Window window, string name, byte[] content)
    {
        await ChooseAsync(window, name, content);
        await CaseOnScreen.Button(window.Page.Locator("dialog[open]"), "Import as a draft").ClickAsync();
        await window.ArrivesAsync("**/draft?draft=*");
        await Assertions.Expect(window.Page.Locator(".policy")).ToBeVisibleAsync();
    }

    /// <summary>The draft of a strange file governs nothing yet; it is exported all the same, and what comes out is a model.</summary>
    private static async Task ExportsAgainAsync(Window window) => Assert.NotNull(DmnXml.Read(await DownloadAsync(window)).Model);

    private static async Task<string> DownloadAsync(Window window)
    {
        var download = await window.Page.RunAndWaitForDownloadAsync(() => CaseOnScreen.Button(window.Page.Locator(".page__actions"), "DMN").ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }
}

using System.Text.Json.Nodes;
using OpsConsole.Bench;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Models;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Models;

/// <summary>Who sees what of questions and answers.</summary>
public sealed class ExchangeTests
{
    [Theory]
    [InlineData(Roles.Supervisor, true)]
    [InlineData(Roles.Auditor, true)]
    [InlineData(Roles.Agent, false)]
    [InlineData(Roles.Admin, false)]
    public async Task Read_Case_PutsPersonalValuesBackForWhoMayReadThem(string role, bool isUnveiled)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say("I will write to ⟦email-1⟧ and open ⟦secret-2⟧."));
        var veil = new Veil();
        veil.Hide("email", "jo@mail.example");
        veil.Hide(Veil.Secret, "open-sesame-77");
        var caseId = Ids.New(desk.Host.Clock);
        await desk.AskAsync("I am jo@mail.example; open-sesame-77", request => request with { CaseId = caseId, Veil = veil });
        var exchange = Assert.Single(await desk.Host.Get<ReadExchanges>().ReadAsync(new Actor(ActorKind.Person, "person/x", "X", [role]), caseId, CancellationToken.None));
        Assert.Equal(isUnveiled, exchange.IsUnveiled);
        Assert.Equal(isUnveiled ? "I will write to jo@mail.example and open ⟦secret-2⟧." : "I will write to ⟦email-1⟧ and open ⟦secret-2⟧.", exchange.Answer);
        Assert.Equal(isUnveiled, exchange.Request.Contains("jo@mail.example", StringComparison.Ordinal));
        Assert.DoesNotContain("sesame", exchange.Request + exchange.Answer, StringComparison.Ordinal);
        Assert.Equal(("plan", 1, "digest"), (exchange.Prompt.Name, exchange.Prompt.Version, exchange.Prompt.Digest));
    }

    [Fact]
    public async Task Read_SomebodyWithoutCases_SeesNothing()
    {
        await using var desk = await ModelDesk.OpenAsync();
        var caseId = Ids.New(desk.Host.Clock);
        await desk.AskAsync("Hello", request => request with { CaseId = caseId });
        var intake = new Actor(ActorKind.Service, "service/x", "X", [Roles.Intake]);
        Assert.Empty(await desk.Host.Get<ReadExchanges>().ReadAsync(intake, caseId, CancellationToken.None));
        Assert.Empty(await desk.Host.Get<ReadExchanges>().SearchAsync(intake, new ExchangeFilter(), CancellationToken.None));
    }

    [Fact]
    public async Task Search_Filter_PagesFromTheNewest()
    {
        await using var desk = await ModelDesk.OpenAsync();
        for (var asked = 0; asked < ReadExchanges.PageSize + 3; asked++)
        {
            await desk.AskAsync("Hello", request => request with { Prompt = new PromptRef(asked % 2 == 0 ? "plan" : "reply", 1, "") });
        }

        var read = desk.Host.Get<ReadExchanges>();
        var first = await read.SearchAsync(ModelDesk.Admin, new ExchangeFilter(), CancellationToken.None);
        var second = await read.SearchAsync(ModelDesk.Admin, new ExchangeFilter(Before: first[^1].Sequence), CancellationToken.None);
        Assert.Equal((ReadExchanges.PageSize, 3), (first.Count, second.Count));
        Assert.All(first, exchange => Assert.Empty(exchange.Request));
        Assert.All(await read.SearchAsync(ModelDesk.Admin, new ExchangeFilter(Prompt: "reply"), CancellationToken.None), exchange => Assert.Equal("reply", exchange.Prompt.Name));
        Assert.NotEmpty((await read.FindAsync(ModelDesk.Admin, first[0].Id, CancellationToken.None))!.Request);
    }

    [Theory]
    [InlineData("provider")]
    [InlineData("outcome")]
    public async Task Search_Filter_NarrowsToWhatFits(string by)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Fail(400), StubAnswer.Say("Yes."));
        await desk.AskAsync("Hello");
        Assert.IsType<ModelsOutcome.Kept>(await desk.Host.Get<SaveProvider>().RemoveAsync(ModelDesk.Admin, "Stub", CancellationToken.None));
        await desk.AddAsync("Second", desk.Stub.Address);
        await desk.AskAsync("Hello");
        var read = desk.Host.Get<ReadExchanges>();
        Assert.Equal(2, (await read.SearchAsync(ModelDesk.Admin, new ExchangeFilter(), CancellationToken.None)).Count);
        var filter = by == "provider" ? new ExchangeFilter(Provider: "Second") : new ExchangeFilter(Outcome: ExchangeOutcome.Answered);
        var found = Assert.Single(await read.SearchAsync(ModelDesk.Admin, filter, CancellationToken.None));
        Assert.Equal(("Second", ExchangeOutcome.Answered), (found.Provider, found.Outcome));
    }

    [Fact]
    public async Task List_RunOfACase_IsThatRunAloneInOrderWithoutTexts()
    {
        await using var desk = await ModelDesk.OpenAsync();
        var caseId = Ids.New(desk.Host.Clock);
        foreach (var (run, prompt) in new[] { (1, "wishes"), (2, "plan"), (2, "reply") })
        {
            await desk.AskAsync("Hello", request => request with { CaseId = caseId, Run = run, Prompt = new PromptRef(prompt, 1, "") });
        }

        await desk.AskAsync("Hello", request => request with { Run = 2 });
        var read = desk.Host.Get<ReadExchanges>();
        var listed = await read.ListAsync(With(Roles.Agent), caseId, 2, CancellationToken.None);
        Assert.Equal(["plan", "reply"], listed.Select(exchange => exchange.Prompt.Name));
        Assert.All(listed, exchange => Assert.Equal(("", ""), (exchange.Request, exchange.Answer)));
        Assert.Empty(await read.ListAsync(With(Roles.Intake), caseId, 2, CancellationToken.None));
    }

    [Theory]
    [InlineData(Roles.Supervisor, "I will write to jo@mail.example.")]
    [InlineData(Roles.Agent, "I will write to ⟦email-1⟧.")]
    [InlineData(Roles.Intake, null)]
    public async Task Find_OneOfACase_IsSeenByRole(string role, string? answer)
    {
        await using var desk = await ModelDesk.OpenAsync();
        var (caseId, id) = await VeiledAsync(desk, "email", "jo@mail.example", "I will write to ⟦email-1⟧.");
        Assert.Equal(answer, (await desk.Host.Get<ReadExchanges>().FindAsync(With(role), caseId, id, CancellationToken.None))?.Answer);
    }

    [Fact]
    public async Task Find_OneOfAnotherCase_IsNone()
    {
        await using var desk = await ModelDesk.OpenAsync();
        var (caseId, id) = await VeiledAsync(desk, "email", "jo@mail.example", "Yes.");
        var read = desk.Host.Get<ReadExchanges>();
        Assert.Null(await read.FindAsync(With(Roles.Supervisor), Ids.New(desk.Host.Clock), id, CancellationToken.None));
        Assert.Null(await read.FindAsync(With(Roles.Supervisor), caseId, Ids.New(desk.Host.Clock), CancellationToken.None));
    }

    [Theory]
    [InlineData(Roles.Supervisor, true)]
    [InlineData(Roles.Agent, false)]
    public async Task Find_ById_IsForThoseWhoSeeModels(string role, bool isSeen)
    {
        await using var desk = await ModelDesk.OpenAsync();
        var (_, id) = await VeiledAsync(desk, "email", "jo@mail.example", "Yes.");
        Assert.Equal(isSeen, await desk.Host.Get<ReadExchanges>().FindAsync(With(role), id, CancellationToken.None) is not null);
    }

    [Fact]
    public async Task Find_ValueWithQuotes_IsPutBackIntoJsonThatCanStillBeRead()
    {
        await using var desk = await ModelDesk.OpenAsync();
        var (caseId, id) = await VeiledAsync(desk, "name", "Jo \"Jojo\" Hansen", """{"greeting": "Dear ⟦name-1⟧"}""");
        var seen = (await desk.Host.Get<ReadExchanges>().FindAsync(With(Roles.Supervisor), caseId, id, CancellationToken.None))!;
        Assert.Contains("I am Jo \"Jojo\" Hansen", Assert.Single(AskedText.Of(seen.Request).Messages).Text, StringComparison.Ordinal);
        Assert.Equal("Dear Jo \"Jojo\" Hansen", (string?)JsonNode.Parse(seen.Answer)!["greeting"]);
    }

    private static Actor With(string role) => new(ActorKind.Person, "person/x", "X", [role]);

    private static async Task<(Guid CaseId, Guid Id)> VeiledAsync(ModelDesk desk, string kind, string value, string answer)
    {
        desk.Stub.Next(StubAnswer.Say(answer));
        var (caseId, veil) = (Ids.New(desk.Host.Clock), new Veil());
        veil.Hide(kind, value);
        await desk.AskAsync($"I am {value}", request => request with { CaseId = caseId, Veil = veil });
        return (caseId, Assert.Single(await desk.ExchangesAsync()).Id);
    }
}

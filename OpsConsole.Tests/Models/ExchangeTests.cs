using OpsConsole.Bench;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
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
}

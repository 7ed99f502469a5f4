using OpsConsole.Bench;
using OpsConsole.Core.Foundation.Time;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Core.Models.Spending;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Models;

/// <summary>What may be spent, and where cases may be sent.</summary>
public sealed class ModelBudgetTests
{
    [Fact]
    public async Task Ask_MoreThanTheCaseHasLeft_IsNotSent()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.LimitAsync(limits => limits.CaseTokens = 1_000);
        var caseId = Ids.New(desk.Host.Clock);
        var answers = new List<ModelAnswer>();
        for (var question = 0; question < 60; question++)
        {
            answers.Add(await desk.AskAsync("Hello", request => request with { CaseId = caseId }));
        }

        var refused = Assert.IsType<ModelAnswer.Unanswered>(answers[^1]);
        Assert.Equal((ModelFault.BudgetSpent, null), (refused.Fault, refused.ExchangeId));
        Assert.Contains("this case has left", refused.Sentence, StringComparison.Ordinal);
        Assert.InRange(await desk.UsedByCaseAsync(caseId), 1, 1_000);
        Assert.Equal(desk.Stub.Requests.Count, answers.OfType<ModelAnswer.Answered>().Count());
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
    }

    [Fact]
    public async Task Ask_MoreMoneyThanTheDayHasLeft_IsNotSentUntilTomorrow()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.LimitAsync(limits => limits.DayCost = 100);
        var refused = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Contains("today has left (5,000,000 tokens, 0.0001 EUR)", refused.Sentence, StringComparison.Ordinal);
        await desk.LimitAsync(limits => limits.DayCost = 1_200);
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
        desk.Stub.Next(StubAnswer.Say("Hello") with { WithUsage = false });
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
        Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        desk.Host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
    }

    [Fact]
    public async Task Ask_ManyCasesAtOnce_NeverSpendMoreThanTheDayHas()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.LimitAsync(limits => limits.DayTokens = 3_000);
        desk.Stub.Answers = _ => StubAnswer.Say("Hello to everybody who asks at the same time.") with { WithUsage = false, Pause = TimeSpan.FromMilliseconds(5) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => desk.AskAsync("Hello")));
        var today = await desk.TodayAsync();
        Assert.InRange(today.Tokens, 1, 3_000);
        Assert.Equal(today.Tokens, (await desk.ExchangesAsync()).Sum(exchange => exchange.ReservedTokens));
        Assert.Contains(answers, answer => answer is ModelAnswer.Unanswered { Fault: ModelFault.BudgetSpent });
        Assert.Contains(answers, answer => answer is ModelAnswer.Answered);
    }

    [Fact]
    public async Task Ask_Reservation_IsNeverLessThanWhatIsUsed()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.AskAsync("多字节文字 🙂 and a long tail of plain words that go on and on");
        var exchange = Assert.Single(await desk.ExchangesAsync());
        Assert.InRange(exchange.InputTokens + exchange.OutputTokens, 1, exchange.ReservedTokens);
    }

    [Fact]
    public async Task Reserve_ProcessEndsBeforeTheAnswer_StaysSpent()
    {
        await using var desk = await ModelDesk.OpenAsync();
        var exchange = new ModelExchange
        {
            Id = Ids.New(desk.Host.Clock), StartedAt = desk.Host.Clock.GetUtcNow(), Prompt = "plan", PromptVersion = 1, PromptDigest = "", Role = ModelRole.Fast, Provider = "Stub", Region = "", Model = "m",
            Attempt = 1, RequestText = "{}", ReservedTokens = 700, ReservedCost = 900, Currency = "EUR",
        };
        Assert.IsType<Reserving.Reserved>(await desk.Host.Get<ModelLedger>().ReserveAsync(exchange, CancellationToken.None));
        Assert.Equal((700, 900), await desk.TodayAsync());
        Assert.Equal(ExchangeOutcome.Sent, Assert.Single(await desk.ExchangesAsync()).Outcome);
    }

    [Fact]
    public async Task Ask_MoreThanIsKept_DropsTheOldestTextsAndKeepsTheirFigures()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.LimitAsync(limits => (limits.MostExchangeBytes, limits.CaseTokens, limits.DayTokens) = (1024 * 1024, long.MaxValue / 100_000, long.MaxValue / 100_000));
        await desk.LimitAsync(limits => (limits.MostExchangeBytes, limits.CaseTokens, limits.DayTokens, limits.CaseCost, limits.DayCost) = (1024 * 1024, 10_000_000, 100_000_000, 100_000_000, 1_000_000_000));
        var question = new string('a', 300_000);
        for (var asked = 0; asked < 6; asked++)
        {
            Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync(question));
        }

        var exchanges = await desk.ExchangesAsync();
        Assert.InRange(exchanges.Sum(exchange => exchange.RequestText.Length + exchange.AnswerText.Length), 1, 1024 * 1024);
        Assert.Equal((0, 0L), (exchanges[0].RequestText.Length, exchanges[0].Bytes));
        Assert.True(exchanges[0].InputTokens > 0);
        Assert.NotEmpty(exchanges[^1].RequestText);
    }

    [Theory]
    [InlineData("refund", true)]
    [InlineData("fraud", false)]
    [InlineData("complaint", false)]
    [InlineData(null, false)]
    public async Task Ask_TypeOfTheCase_DecidesWhoMayBeAsked(string? caseType, bool isAllowed)
    {
        await using var desk = await ModelDesk.OpenAsync();
        var allowance = desk.Host.Get<SetModelAllowance>();
        await allowance.SetAsync(ModelDesk.Admin, "complaint", ["Somebody else"], [], CancellationToken.None);
        await allowance.SetAsync(ModelDesk.Admin, "fraud", [], ["us"], CancellationToken.None);
        await allowance.SetAsync(ModelDesk.Admin, "refund", [], ["EU"], CancellationToken.None);
        var answer = await desk.AskAsync("Hello", request => request with { CaseType = caseType });
        Assert.Equal(isAllowed, answer is ModelAnswer.Answered);
        Assert.Equal(isAllowed, desk.Host.Get<AskModel>().IsPossible(ModelRole.Careful, caseType));
        Assert.Equal(isAllowed ? 1 : 0, desk.Stub.Requests.Count);
        Assert.True(isAllowed || answer is ModelAnswer.Unanswered { Fault: ModelFault.NotAllowed });
    }

    [Fact]
    public async Task Change_WithoutPermission_IsRefusedAndLogged()
    {
        await using var desk = await ModelDesk.OpenAsync();
        var auditor = new Actor(ActorKind.Person, "person/auditor", "Olga", [Roles.Auditor]);
        Assert.IsType<ModelsOutcome.Forbidden>(await desk.Host.Get<SetProviderKey>().SetAsync(auditor, "Stub", "a-key-of-some-length", CancellationToken.None));
        Assert.IsType<ModelsOutcome.Forbidden>(await desk.Host.Get<SaveProvider>().RemoveAsync(auditor, "Stub", CancellationToken.None));
        Assert.IsType<TestCallOutcome.Forbidden>(await desk.Host.Get<TestProvider>().CallAsync(auditor, "Stub", ModelRole.Fast, _ => { }, CancellationToken.None));
        Assert.Single((await desk.Host.Get<ReadModels>().ReadAsync(auditor, CancellationToken.None))!.Providers);
        Assert.Empty(desk.Stub.Requests);
    }

    [Fact]
    public async Task Test_Provider_ShowsWhatItCanDo()
    {
        await using var desk = await ModelDesk.OpenAsync(provider => provider.IsOn = false);
        var shown = "";
        var called = Assert.IsType<TestCallOutcome.Called>(await desk.Host.Get<TestProvider>().CallAsync(ModelDesk.Admin, "Stub", ModelRole.Fast, text => shown = text, CancellationToken.None));
        Assert.Equal(["Streaming", "JSON schema", "Tools"], called.Report.Checks.Where(check => check.Works).Select(check => check.Name));
        Assert.StartsWith("You can", shown, StringComparison.Ordinal);
        Assert.Equal(((await desk.TodayAsync()).Cost, 3), (called.Report.Cost, desk.Stub.Requests.Count));
    }
}

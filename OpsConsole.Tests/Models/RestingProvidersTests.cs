using OpsConsole.Bench;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Models;

/// <summary>A provider that gives no answers is left alone for a while.</summary>
public sealed class RestingProvidersTests
{
    [Fact]
    public async Task Ask_ThreeTimesWithoutAnAnswer_IsNotSentUntilTheRestHasEnded()
    {
        await using var desk = await FailingAsync();
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal((ModelFault.Unavailable, 3), (unanswered.Fault, desk.Stub.Requests.Count));
        Assert.Contains("Stub gave no answer several times and is left alone for another 60 s", unanswered.Sentence, StringComparison.Ordinal);
        Assert.Equal(desk.Host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), await RestAsync(desk));

        desk.Stub.Answers = _ => StubAnswer.Say("Here I am again.");
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
        Assert.Null(await RestAsync(desk));
    }

    [Fact]
    public async Task Ask_FailsAgainAfterItsRest_IsLeftAloneForLonger()
    {
        await using var desk = await FailingAsync();
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(61));
        await desk.AskAsync("Hello");
        Assert.Equal(4, desk.Stub.Requests.Count);
        Assert.Equal(desk.Host.Clock.GetUtcNow() + TimeSpan.FromMinutes(2), await RestAsync(desk));
    }

    [Fact]
    public async Task Ask_ProviderWasChanged_IsSentAtOnce()
    {
        await using var desk = await FailingAsync();
        Assert.IsType<ModelsOutcome.Kept>(await desk.Host.Get<SetProviderKey>().SetAsync(ModelDesk.Admin, "Stub", "another-key", CancellationToken.None));
        desk.Stub.Answers = _ => StubAnswer.Say("With this key I answer.");
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
    }

    [Fact]
    public async Task Call_TestThatIsAnswered_EndsTheRest()
    {
        await using var desk = await FailingAsync();
        await desk.Host.Get<TestProvider>().CallAsync(ModelDesk.Admin, "Stub", ModelRole.Fast, _ => { }, CancellationToken.None);
        Assert.NotNull(await RestAsync(desk));
        desk.Stub.Answers = _ => StubAnswer.Say("Here I am again.");
        await desk.Host.Get<TestProvider>().CallAsync(ModelDesk.Admin, "Stub", ModelRole.Fast, _ => { }, CancellationToken.None);
        Assert.Null(await RestAsync(desk));
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
    }

    [Fact]
    public async Task Ask_OneRests_TheNextIsAskedAlone()
    {
        await using var desk = await FailingAsync();
        await desk.AddAsync("Second", desk.Stub.Address, provider => (provider.CarefulModel, provider.Position) = ("other", 9));
        desk.Stub.Answers = body => body["model"]!.ToString() == "other" ? StubAnswer.Say("I am the other.") : StubAnswer.Fail(401);
        Assert.Equal("Second", Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello")).Provider);
        Assert.Equal(4, desk.Stub.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task Ask_QuestionIsRefused_IsNoReasonToRest(int status)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Answers = _ => StubAnswer.Fail(status);
        for (var asked = 0; asked < 4; asked++)
        {
            await desk.AskAsync("Hello");
        }

        Assert.Equal(4, desk.Stub.Requests.Count);
    }

    /// <summary>A provider that did not accept its key three times.</summary>
    private static async Task<ModelDesk> FailingAsync()
    {
        var desk = await ModelDesk.OpenAsync();
        desk.Stub.Answers = _ => StubAnswer.Fail(401);
        for (var asked = 0; asked < 3; asked++)
        {
            Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        }

        return desk;
    }

    private static async Task<DateTimeOffset?> RestAsync(ModelDesk desk) =>
        (await desk.Host.Get<ReadModels>().ReadAsync(ModelDesk.Admin, CancellationToken.None))!.Providers.Single(view => view.Provider.Name == "Stub").RestsUntil;
}

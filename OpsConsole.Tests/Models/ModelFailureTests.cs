using OpsConsole.Bench;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Asking;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Models;

/// <summary>What goes wrong at a provider ends in an answer of another try, another provider, or a fault with a sentence.</summary>
public sealed class ModelFailureTests
{
    private static readonly (string, string) Soon = ("retry-after-ms", "20");

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Ask_FailsTwiceAndThenNot_IsAnsweredByTheThirdTry(int status)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Fail(status, headers: Soon), StubAnswer.Fail(status, headers: Soon), StubAnswer.Say("Here I am."));
        var answered = Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
        Assert.Equal(("Here I am.", 3), (answered.Text, desk.Stub.Requests.Count));
        Assert.Equal([1, 2, 3], (await desk.ExchangesAsync()).Select(exchange => exchange.Attempt));
        Assert.Equal(answered.InputTokens + answered.OutputTokens, (await desk.TodayAsync()).Tokens);
    }

    [Theory]
    [InlineData(429, ModelFault.RateLimited, 3)]
    [InlineData(500, ModelFault.Unavailable, 3)]
    [InlineData(400, ModelFault.Refused, 1)]
    [InlineData(401, ModelFault.Unavailable, 1)]
    [InlineData(403, ModelFault.Unavailable, 1)]
    [InlineData(404, ModelFault.Unavailable, 1)]
    [InlineData(413, ModelFault.Refused, 1)]
    [InlineData(302, ModelFault.Unavailable, 1)]
    public async Task Ask_KeepsFailing_EndsWithAFaultAndOnlyTemporaryOnesAreRepeated(int status, ModelFault fault, int asked)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Answers = _ => StubAnswer.Fail(status, headers: Soon);
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal((fault, asked), (unanswered.Fault, desk.Stub.Requests.Count));
        Assert.Contains("Stub", unanswered.Sentence, StringComparison.Ordinal);
        Assert.Contains($"{status}", unanswered.Sentence, StringComparison.Ordinal);
        Assert.Equal((0, 0), await desk.TodayAsync());
    }

    [Theory]
    [InlineData("retry-after", "3600")]
    [InlineData("retry-after", "Tue, 17 Nov 2026 12:00:00 GMT")]
    [InlineData("x-ratelimit-reset-requests", "6m0s")]
    public async Task Ask_ToldToWaitForLong_DoesNotWaitButSaysHowLong(string header, string value)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Fail(429, headers: (header, value)));
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal((ModelFault.RateLimited, 1), (unanswered.Fault, desk.Stub.Requests.Count));
        Assert.Matches(@"in \d{3,4} s", unanswered.Sentence);
    }

    [Fact]
    public async Task Ask_RetryAfterInSeconds_IsWaitedFor()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Fail(429, headers: ("retry-after", "1")), StubAnswer.Say("Now."));
        var before = TimeProvider.System.GetTimestamp();
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
        Assert.True(TimeProvider.System.GetElapsedTime(before) >= TimeSpan.FromSeconds(0.95));
    }

    [Theory]
    [InlineData("20ms", 0.02)]
    [InlineData("1.5s", 1.5)]
    [InlineData("6m0s", 360.0)]
    [InlineData("1h2m3s", 3723.0)]
    [InlineData("7", 7.0)]
    [InlineData("soon", null)]
    [InlineData("9999999999999s", null)]
    public void Duration_ResetHeader_IsRead(string text, double? seconds) => Assert.Equal(seconds, RetryHeaders.Duration(text)?.TotalSeconds);

    [Fact]
    public async Task Ask_NoCreditLeft_IsNotRepeated()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Answers = _ => StubAnswer.Fail(429, "You exceeded your current quota", "insufficient_quota");
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Single(desk.Stub.Requests);
        Assert.Contains("no credit left", unanswered.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_FirstProviderDown_FallsBackToTheNext()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.AddAsync("Second", desk.Stub.Address, provider => provider.CarefulModel = "other");
        desk.Stub.Answers = question => question["model"]!.ToString() == "other" ? StubAnswer.Say("From the second.") : StubAnswer.Fail(500, headers: Soon);
        var answered = Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
        Assert.Equal(("From the second.", "Second"), (answered.Text, answered.Provider));
    }

    [Fact]
    public async Task Ask_NothingListens_IsUnavailableWithoutCost()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.Stub.DisposeAsync();
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal(ModelFault.Unavailable, unanswered.Fault);
        Assert.Contains("could not be reached", unanswered.Sentence, StringComparison.Ordinal);
        Assert.Equal((0, 0), await desk.TodayAsync());
    }

    [Fact]
    public async Task Ask_AddressInTheInnerNetwork_IsNotConnectedTo()
    {
        await using var desk = await ModelDesk.OpenAsync(provider => provider.IsOn = false);
        await using var hidden = await ModelStub.StartAsync();
        var outcome = await desk.Host.Get<SaveProvider>().SaveAsync(
            ModelDesk.Admin, new ModelProvider { Name = "Hidden", Kind = ProviderKind.Compatible, BaseUrl = hidden.Address, FastModel = "m", IsOn = true }, isNew: true, CancellationToken.None);
        Assert.Contains("Models:AllowedHosts", Assert.Single(Assert.IsType<ModelsOutcome.Invalid>(outcome).Faults), StringComparison.Ordinal);
        await desk.AddAsync("Guarded", hidden.Address.Replace("http:", "https:", StringComparison.Ordinal));
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Contains("private network", unanswered.Sentence, StringComparison.Ordinal);
        Assert.Empty(hidden.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_AnswerBreaksOff_IsRepeatedAndThenMalformed(bool isCut)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Answers = _ => StubAnswer.Say("This is an answer that never comes to its end, sadly.") with { Cut = isCut, Finish = null };
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal((ModelFault.Malformed, AskProvider.MostTries), (unanswered.Fault, desk.Stub.Requests.Count));
        Assert.Contains("broke off", unanswered.Sentence, StringComparison.Ordinal);
        Assert.All(await desk.ExchangesAsync(), exchange => Assert.Equal((exchange.ReservedCost, true), (exchange.Cost, exchange.AnswerText.Length > 0)));
    }

    [Fact]
    public async Task Ask_LengthReached_IsMalformedAndNotRepeated()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say("This is too") with { Finish = "length" });
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal((ModelFault.Malformed, 1), (unanswered.Fault, desk.Stub.Requests.Count));
        Assert.Contains("200 tokens", unanswered.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ContentFilter_IsRefused()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say("") with { Finish = "content_filter" });
        Assert.Equal(ModelFault.Refused, Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello")).Fault);
    }

    [Fact]
    public async Task Ask_AnswerOfOneMegabyte_IsBrokenOff()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say(new string('x', 1024 * 1024)));
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal(ModelFault.Malformed, unanswered.Fault);
        Assert.Contains("262,144 bytes", unanswered.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "did not begin to answer within 1 seconds")]
    [InlineData(false, "had not finished its answer after 2 seconds")]
    public async Task Ask_TooSlow_IsTimedOut(bool hangs, string sentence)
    {
        await using var desk = await ModelDesk.OpenAsync(provider => (provider.ConnectSeconds, provider.FirstTokenSeconds, provider.WholeSeconds) = (1, 1, hangs ? 30 : 2));
        desk.Stub.Next(hangs ? new StubAnswer { Hang = true } : StubAnswer.Say(new string('x', 4000)) with { Pause = TimeSpan.FromMilliseconds(300) });
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal((ModelFault.TimedOut, 1), (unanswered.Fault, desk.Stub.Requests.Count));
        Assert.Contains(sentence, unanswered.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Welcome to the captive portal</body></html>")]
    [InlineData("data: {\"choices\": 7}\n\n")]
    [InlineData("data: nonsense\n\n")]
    [InlineData("")]
    public async Task Ask_NoChatAtAll_IsMalformed(string body)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Answers = _ => new StubAnswer { Body = body };
        Assert.Equal(ModelFault.Malformed, Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello")).Fault);
    }

    [Theory]
    [InlineData("rate_limit_exceeded", ModelFault.RateLimited, 3)]
    [InlineData("invalid_api_key", ModelFault.Unavailable, 1)]
    [InlineData("server_error", ModelFault.Unavailable, 3)]
    [InlineData("context_length_exceeded", ModelFault.Refused, 1)]
    public async Task Ask_ErrorWithinTheStream_IsReadAsOne(string code, ModelFault fault, int asked)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Answers = _ => new StubAnswer { Body = $"data: {{\"error\":{{\"message\":\"It is so\",\"code\":\"{code}\"}}}}\n\n" };
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal((fault, asked), (unanswered.Fault, desk.Stub.Requests.Count));
    }

    [Fact]
    public async Task Ask_UsageMissing_CountsTheReservation()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say("Hello.") with { WithUsage = false });
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
        var exchange = Assert.Single(await desk.ExchangesAsync());
        Assert.Equal((exchange.ReservedTokens, exchange.ReservedCost), await desk.TodayAsync());
    }

    [Fact]
    public async Task Ask_NoProvider_SaysWhatToDo()
    {
        await using var desk = await ModelDesk.OpenAsync(provider => provider.IsOn = false);
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello"));
        Assert.Equal((ModelFault.NotConfigured, false), (unanswered.Fault, desk.Host.Get<AskModel>().IsPossible(ModelRole.Careful, null)));
    }
}

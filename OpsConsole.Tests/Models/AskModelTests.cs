using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpsConsole.Bench;
using OpsConsole.Core.Foundation.Live;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Core.Models.Recording;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Models;

/// <summary>Over real HTTP against the stub.</summary>
public sealed class AskModelTests
{
    private static readonly AIFunctionDeclaration ReadOrder = AIFunctionFactory.CreateDeclaration(
        "read_order", "Reads one order.", JsonSerializer.SerializeToElement(JsonNode.Parse("""{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]}""")));

    [Fact]
    public async Task Ask_PlainQuestion_AnswersWithUsageAndKeepsTheExchange()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say("The order was delivered."));
        var answered = Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Where is my order?"));
        Assert.Equal(("The order was delivered.", "Stub", "stub-careful"), (answered.Text, answered.Provider, answered.Model));
        var exchange = Assert.Single(await desk.ExchangesAsync());
        Assert.Equal((answered.ExchangeId, ExchangeOutcome.Answered, answered.Cost), (exchange.Id, exchange.Outcome, exchange.Cost));
        Assert.Equal(answered.InputTokens * 1 + answered.OutputTokens * 4, exchange.Cost);
        Assert.Equal((answered.InputTokens + answered.OutputTokens, exchange.Cost), await desk.TodayAsync());
    }

    [Fact]
    public async Task Ask_Request_NamesTheLimitAsCompatibleServersKnowIt()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.AskAsync("Hello");
        var body = Assert.Single(desk.Stub.Requests).Body;
        Assert.Equal((200, true, null), (body["max_tokens"]!.GetValue<int>(), body["stream"]!.GetValue<bool>(), body["max_completion_tokens"]));
        Assert.False(Assert.Single(desk.Stub.Requests).Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Ask_Key_IsSentAndStoredEncrypted()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.Host.Get<SetProviderKey>().SetAsync(ModelDesk.Admin, "Stub", "canary-key-1234567890", CancellationToken.None);
        await desk.AskAsync("Hello");
        Assert.Equal("Bearer canary-key-1234567890", Assert.Single(desk.Stub.Requests).Headers["Authorization"]);
        Assert.DoesNotContain("canary-key", JsonSerializer.Serialize(await desk.Host.Get<ReadModels>().ReadAsync(ModelDesk.Admin, CancellationToken.None)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_Azure_UsesItsPathVersionAndHeader()
    {
        await using var desk = await ModelDesk.OpenAsync(provider =>
        {
            (provider.Kind, provider.ApiVersion) = (ProviderKind.Azure, "2024-10-21");
            provider.BaseUrl = provider.BaseUrl[..^3];
        });
        await desk.Host.Get<SetProviderKey>().SetAsync(ModelDesk.Admin, "Stub", "azure-key-1234567890", CancellationToken.None);
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Hello"));
        var request = Assert.Single(desk.Stub.Requests);
        Assert.Equal("/openai/deployments/stub-careful/chat/completions?api-version=2024-10-21", request.Path);
        Assert.Equal(("azure-key-1234567890", false), (request.Headers["api-key"], request.Headers.ContainsKey("Authorization")));
    }

    [Fact]
    public async Task Ask_ToolCall_GivesItsArgumentsUnveiledAndCallsNothing()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Call("read_order", new JsonObject { ["id"] = "for ⟦email-1⟧" }));
        var answered = Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Mail me at jo@mail.example", request => request with { Tools = [ReadOrder] }));
        var call = Assert.Single(answered.Calls);
        Assert.Equal(("read_order", "for jo@mail.example"), (call.Name, call.Arguments!["id"]!.ToString()));
    }

    [Fact]
    public async Task Ask_UnknownToolTwice_IsMalformed()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Call("drop_tables", []), StubAnswer.Call("drop_tables", []));
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello", request => request with { Tools = [ReadOrder] }));
        Assert.Equal(ModelFault.Malformed, unanswered.Fault);
        Assert.Contains("drop_tables", unanswered.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\": \"W-1")]
    [InlineData("""{"id": "W-1\ud800"}""")]
    [InlineData("""{"\udc00": "W-1"}""")]
    [InlineData("""{"id": "W-1\u0000"}""")]
    public async Task Ask_ToolArgumentsThatAreNoJsonTwice_IsMalformed(string arguments)
    {
        await using var desk = await ModelDesk.OpenAsync();
        var broken = new StubAnswer { Calls = [("read_order", arguments)], Finish = "tool_calls" };
        desk.Stub.Next(broken, broken);
        Assert.Equal(ModelFault.Malformed, Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Hello", request => request with { Tools = [ReadOrder] })).Fault);
    }

    [Fact]
    public async Task Ask_Schema_IsSentInTheFormatAndTheAnswerRead()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say("""{"refund":true}"""));
        var answered = Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Refund?", request => request with { Schema = ModelDesk.Schema() }));
        Assert.True(answered.Json!["refund"]!.GetValue<bool>());
        Assert.Equal("json_schema", Assert.Single(desk.Stub.Requests).Body["response_format"]!["type"]!.ToString());
    }

    [Theory]
    [InlineData("```json\n{\"refund\":true}\n```")]
    [InlineData("<think>hm</think>\n{\"refund\":true}")]
    public async Task Ask_JsonInItsUsualWrappings_IsRead(string text)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say(text));
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Refund?", request => request with { Schema = ModelDesk.Schema() }));
    }

    [Fact]
    public async Task Ask_SchemaRefused_IsToldInWordsFromThenOn()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Fail(400, "response_format is not supported"), StubAnswer.Say("""{"refund":false}"""), StubAnswer.Say("""{"refund":false}"""));
        for (var question = 0; question < 2; question++)
        {
            Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Refund?", request => request with { Schema = ModelDesk.Schema() }));
        }

        Assert.Equal([true, false, false], desk.Stub.Requests.Select(request => request.Body.ContainsKey("response_format")));
        Assert.Contains("fits this JSON schema", desk.Stub.Requests.Last().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sure! I would refund it.", "no JSON")]
    [InlineData("""{"refund":"yes"}""", "refund must be true or false")]
    [InlineData("""{"refund":true,"refund":false}""", "no JSON")]
    [InlineData("""{"refund":true,"also":1}""", "also is not allowed")]
    [InlineData("""{"refund":"\ud800"}""", "half a sign")]
    [InlineData("""{"refund":"yes\u0000no"}""", "half a sign")]
    [InlineData("""{"refund":true,"\udc00":1}""", "half a sign")]
    public async Task Ask_UnfitJsonOnce_IsAskedAgainWithTheReason(string first, string reason)
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say(first), StubAnswer.Say("""{"refund":true}"""));
        Assert.IsType<ModelAnswer.Answered>(await desk.AskAsync("Refund?", request => request with { Schema = ModelDesk.Schema() }));
        Assert.Contains(reason, desk.Stub.Requests.Last().Body["messages"]!.AsArray()[^1]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal([ExchangeOutcome.Malformed, ExchangeOutcome.Answered], (await desk.ExchangesAsync()).Select(exchange => exchange.Outcome));
    }

    [Fact]
    public async Task Ask_UnfitJsonTwice_IsMalformedAfterOneRepair()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Answers = _ => StubAnswer.Say("""{"refund":"perhaps"}""");
        var unanswered = Assert.IsType<ModelAnswer.Unanswered>(await desk.AskAsync("Refund?", request => request with { Schema = ModelDesk.Schema() }));
        Assert.Equal((ModelFault.Malformed, 2), (unanswered.Fault, desk.Stub.Requests.Count));
        Assert.Contains("refund must be true or false", unanswered.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_Streaming_ShowsTheAnswerWhileItComesAndNotAfterwards()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(StubAnswer.Say("Dear jo, your parcel is on its way to you and will arrive tomorrow.") with { Pause = TimeSpan.FromMilliseconds(60) });
        using var watching = desk.Host.Get<ChangeFeed>().Watch(LiveAnswers.Topic);
        var caseId = Guid.CreateVersion7(desk.Host.Clock.GetUtcNow());
        var asking = desk.AskAsync("Hello", request => request with { CaseId = caseId });
        var seen = new List<string>();
        await foreach (var change in watching.ReadAllAsync(CancellationToken.None))
        {
            if (desk.Host.Get<LiveAnswers>().Find(caseId) is not { } live)
            {
                break;
            }

            seen.Add(live.Text);
        }

        await asking;
        Assert.Contains(seen, text => text.StartsWith("Dear jo", StringComparison.Ordinal) && !text.EndsWith("tomorrow.", StringComparison.Ordinal));
        Assert.Null(desk.Host.Get<LiveAnswers>().Find(caseId));
    }

    [Fact]
    public async Task Ask_Cancelled_PassesItOnAndKeepsTheReservationSpent()
    {
        await using var desk = await ModelDesk.OpenAsync();
        desk.Stub.Next(new StubAnswer { Hang = true });
        using var leaving = new CancellationTokenSource();
        var asking = desk.AskAsync("Hello", null, leaving.Token);
        while (desk.Stub.Requests.IsEmpty)
        {
            await Task.Yield();
        }

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        var exchange = Assert.Single(await desk.ExchangesAsync());
        Assert.Equal((ExchangeOutcome.Cancelled, exchange.ReservedCost), (exchange.Outcome, exchange.Cost));
        Assert.Equal(exchange.ReservedTokens, (await desk.TodayAsync()).Tokens);
        while (desk.Stub.InFlight > 0)
        {
            await Task.Yield();
        }
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpsConsole.Bench;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Models;

/// <summary>Models that say the key that they were asked with: nothing of it is read, shown, kept or asked again.</summary>
public sealed class EchoingModelTests
{
    private const string Key = "Kq7.\"<&+/%-Y2wNbv83xTz";
    private const string Part = "Y2wNbv83";

    private static readonly string InBase64 = Convert.ToBase64String(Encoding.ASCII.GetBytes(Key));

    private static readonly AIFunctionDeclaration Tool = AIFunctionFactory.CreateDeclaration("look_up", "Looks up.", JsonSerializer.SerializeToElement(new JsonObject { ["type"] = "object" }));

    private static readonly Dictionary<string, StubAnswer> Answers = new(StringComparer.Ordinal)
    {
        ["text in pieces"] = StubAnswer.Say($"Your key is {Key}, I think.") with { PieceLength = 3 },
        ["refusal"] = StubAnswer.Fail(403, $"The key {Key} may not do this"),
        ["unknown model"] = StubAnswer.Fail(404, $"Not for {Key}"),
        ["failure"] = StubAnswer.Fail(500, $"Authorization: Bearer {Key}", headers: ("retry-after-ms", "5")),
        ["bad request"] = StubAnswer.Fail(400, $"{InBase64} was sent"),
        ["no credit"] = StubAnswer.Fail(429, $"{Key} has no credit", "insufficient_quota"),
        ["error within the stream"] = StubAnswer.Say("So it begins and goes on") with { Error = $"{{\"error\": {{\"message\": \"{Uri.EscapeDataString(Key)} failed\"}}}}" },
        ["unknown tool"] = StubAnswer.Call(Key, new JsonObject { ["a"] = 1 }),
        ["tool with the key"] = StubAnswer.Call("look_up", new JsonObject { [Key] = $"it is {Key}" }),
    };

    public static TheoryData<string> Ways => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Ask_ModelSaysOurKey_NothingOfItIsReadShownOrKept(string how)
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.Host.Get<SetProviderKey>().SetAsync(ModelDesk.Admin, "Stub", Key, CancellationToken.None);
        desk.Stub.Answers = _ => Answers[how];

        var ended = await desk.AskAsync("Hello", request => request with { Tools = [Tool] });

        Assert.Contains(desk.Stub.Requests, request => request.Headers["Authorization"] == $"Bearer {Key}");
        var said = string.Join('\n', [Words(ended), .. (await desk.ExchangesAsync()).Select(kept => $"{kept.RequestText} {kept.AnswerText} {kept.Sentence} {kept.Model}"), .. desk.Stub.Requests.Select(request => request.Text)]);
        Assert.False(said.Contains(Part, StringComparison.Ordinal) || said.Contains("Kq7.", StringComparison.Ordinal) || said.Contains(InBase64[4..16], StringComparison.Ordinal), $"{how}: {said}");
    }

    [Fact]
    public async Task Call_ModelSaysOurKeyPieceByPiece_NoBeginningOfItIsShown()
    {
        await using var desk = await ModelDesk.OpenAsync();
        await desk.Host.Get<SetProviderKey>().SetAsync(ModelDesk.Admin, "Stub", Key, CancellationToken.None);
        desk.Stub.Answers = _ => StubAnswer.Say($"It is {Key}, I think.") with { PieceLength = 2, Pause = TimeSpan.FromMilliseconds(20) };
        var shown = new ConcurrentQueue<string>();

        await desk.Host.Get<TestProvider>().CallAsync(ModelDesk.Admin, "Stub", ModelRole.Fast, shown.Enqueue, CancellationToken.None);

        Assert.Contains("It is [secret], I think.", shown);
        Assert.All(shown, text => Assert.DoesNotContain(Key[..3], text, StringComparison.Ordinal));
    }

    private static string Words(ModelAnswer ended) => ended switch
    {
        ModelAnswer.Answered answered => $"{answered.Text} {answered.Model} {answered.Json} {string.Join(' ', answered.Calls.Select(call => $"{call.CallId} {call.Name} {JsonSerializer.Serialize(call.Arguments)}"))}",
        ModelAnswer.Unanswered unanswered => unanswered.Sentence,
        _ => "",
    };
}

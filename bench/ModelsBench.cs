using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpsConsole.Bench.Behaving;
using OpsConsole.Core.Models;
using OpsConsole.Core.Models.Configuring;

namespace OpsConsole.Bench;

/// <summary>
/// <c>models [--npm no] [--cases N] [--only TEXT] [--packs FOLDER]</c>: what becomes of a question to a server that behaves and to one that does
/// not, our own stub and one from npm; of whole cases with each behaviour in each stage; whether many cases at once keep within a small budget;
/// and whether what the map marks as personal ever stands in what is sent.
/// </summary>
internal static class ModelsBench
{
    private const string Answered = "Answered";
    private const int Hurried = 3;
    private const int Patient = 60;
    private const int QuestionsOfCase = 8;
    private const int TokensOfCase = 400;
    private const int CostOfCase = 1_200;

    private static readonly JsonObject Schema = JsonNode.Parse("""{"type":"object","properties":{"refund":{"type":"boolean"}},"required":["refund"],"additionalProperties":false}""")!.AsObject();

    private static readonly AIFunctionDeclaration Tool = AIFunctionFactory.CreateDeclaration(
        "read_order", "Reads one order.", JsonSerializer.SerializeToElement(JsonNode.Parse("""{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]}""")));

    /// <param name="Model">What the server from npm knows the behaviour by; null when it cannot do it.</param>
    /// <param name="Stub">What our stub does, asked as often as it is.</param>
    private sealed record Behaviour(string Name, string Expected, string? Model, Func<int, StubAnswer> Stub, bool WithSchema = false, bool WithTool = false);

    private static IReadOnlyList<Behaviour> Behaviours =>
    [
        new("streamed answer", Answered, "plain", _ => StubAnswer.Say("You can be heard.")),
        new("answer in the schema", Answered, "json", _ => StubAnswer.Say("""{"refund":true}"""), WithSchema: true),
        new("tool call", Answered, null, _ => StubAnswer.Call("read_order", new JsonObject { ["id"] = "W-1" }), WithTool: true),
        new("malformed JSON", nameof(ModelFault.Malformed), "malformed", _ => StubAnswer.Say("Sure, I would refund it."), WithSchema: true),
        new("malformed JSON, then repaired", Answered, "repaired", asked => StubAnswer.Say(asked == 0 ? "Sure." : """{"refund":true}"""), WithSchema: true),
        new("wrong schema", nameof(ModelFault.Malformed), "wrong-schema", _ => StubAnswer.Say("""{"refund":"yes"}"""), WithSchema: true),
        new("truncated stream", nameof(ModelFault.Malformed), null, _ => StubAnswer.Say("This answer ends in the middle of") with { Finish = null }),
        new("connection cut", nameof(ModelFault.Malformed), null, _ => StubAnswer.Say("This answer ends in the middle of") with { Cut = true }),
        new("429 with Retry-After, then well", Answered, null, asked => asked == 0 ? StubAnswer.Fail(429, headers: ("retry-after", "1")) : StubAnswer.Say("Now.")),
        new("429 for good", nameof(ModelFault.RateLimited), "limited", _ => StubAnswer.Fail(429)),
        new("500 twice, then well", Answered, null, asked => asked < 2 ? StubAnswer.Fail(500) : StubAnswer.Say("Now.")),
        new("500 for good", nameof(ModelFault.Unavailable), "failing", _ => StubAnswer.Fail(500)),
        new("key not accepted", nameof(ModelFault.Unavailable), "key", _ => StubAnswer.Fail(401)),
        new("slow tokens", nameof(ModelFault.TimedOut), "slow", _ => StubAnswer.Say(new string('x', 20_000)) with { Pause = TimeSpan.FromMilliseconds(10) }),
        new("hangs", nameof(ModelFault.TimedOut), null, _ => new StubAnswer { Hang = true }),
        new("1 MB answer", nameof(ModelFault.Malformed), "large", _ => StubAnswer.Say(new string('x', 1024 * 1024))),
        new("no chat at all", nameof(ModelFault.Malformed), null, _ => new StubAnswer { Body = "this is no JSON" }),
        new("fails over its own answer", nameof(ModelFault.Unavailable), "no-chat", _ => StubAnswer.Fail(500)),
    ];

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var score = new Score();
        await using var stub = await ModelStub.StartAsync();
        await using var npm = options.Text("npm", "yes") == "no" ? null : await ModelServer.StartAsync();
        await using var desk = new ModelBenchDesk(stub.Host, npm?.Address.Authority ?? "");
        Console.WriteLine($"server from npm: {(npm is null ? "none" : ModelServer.Package)}");
        Console.WriteLine();
        Console.WriteLine("behaviour                        expected       our stub       ms     from npm       ms");
        foreach (var behaviour in Behaviours)
        {
            var asked = 0;
            stub.Answers = _ => behaviour.Stub(asked++);
            var ours = await AskAsync(desk, stub.Address, "stub", behaviour);
            var theirs = npm is null || behaviour.Model is null ? ((string, long)?)null : await AskAsync(desk, $"{npm.Address}v1", behaviour.Model, behaviour);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{behaviour.Name,-32} {behaviour.Expected,-14} {ours.End,-14} {ours.Milliseconds,5}  {theirs?.Item1 ?? "cannot do it",-14} {theirs?.Item2,5}"));
            score.Add(ours.End == behaviour.Expected, $"{behaviour.Name}: our stub ended in {ours.End}");
            if (theirs is { } ended)
            {
                score.Add(ended.Item1 == behaviour.Expected, $"{behaviour.Name}: the server from npm ended in {ended.Item1}");
            }
        }

        await WholeCasesBench.RunAsync(options, npm?.Address, score);
        await SpendAsync(stub, options.Number("cases", 50), score);
        await CrowdBench.RunAsync(options, score);
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }

    private static async Task<(string End, long Milliseconds)> AskAsync(ModelBenchDesk desk, string address, string model, Behaviour behaviour)
    {
        await desk.UseAsync(address, model, behaviour.Model == "large" ? Patient : Hurried);
        var started = Stopwatch.StartNew();
        var answer = await desk.AskAsync(behaviour.WithSchema ? Schema : null, behaviour.WithTool ? [Tool] : null);
        return (answer is ModelAnswer.Unanswered unanswered ? unanswered.Fault.ToString() : Answered, started.ElapsedMilliseconds);
    }

    /// <summary>There is enough for about a third of the questions, and the provider tells its use only for some.</summary>
    private static async Task SpendAsync(ModelStub stub, int cases, Score score)
    {
        var asked = 0;
        stub.Answers = _ => StubAnswer.Say("A short answer to a short question.") with { WithUsage = Interlocked.Increment(ref asked) % 3 != 0, Pause = TimeSpan.FromMilliseconds(2) };
        await using var desk = new ModelBenchDesk(stub.Host);
        await desk.UseAsync(stub.Address, "stub", Patient);
        var limits = new ModelLimits { DayTokens = cases * TokensOfCase, DayCost = cases * CostOfCase };
        await desk.Core.LimitAsync(limits);
        var all = new ConcurrentBag<ModelAnswer>();
        var most = await desk.Core.MostTokensAsync(() => Task.WhenAll(Enumerable.Range(0, cases).Select(async _ =>
        {
            for (var question = 0; question < QuestionsOfCase; question++)
            {
                all.Add(await desk.AskAsync());
            }
        })));
        var today = await desk.Core.TodayAsync();
        var refused = all.Count(answer => answer is ModelAnswer.Unanswered { Fault: ModelFault.BudgetSpent });
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{cases} cases at once, {QuestionsOfCase} questions each: {all.Count(answer => answer is ModelAnswer.Answered)} answered, {refused} not sent for want of budget; {today.Tokens:N0} of {limits.DayTokens:N0} tokens and {today.Cost:N0} of {limits.DayCost:N0} millionths used, never more than {most:N0} tokens at any moment"));
        score.Add(most <= limits.DayTokens && today.Tokens <= limits.DayTokens && today.Cost <= limits.DayCost, "the budget was exceeded");
        score.Add(refused > 0 && refused < all.Count, "the budget was not put to the test");
    }
}

using System.Text.Json.Nodes;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Actions;

/// <summary>Whatever a stranger puts forward, the answer is a refusal or a denial, never an exception and never a call.</summary>
[Collection(nameof(Failpoint))]
public sealed class HostileProposalTests
{
    public static TheoryData<string, string> Hostile => new()
    {
        { "desk.drop_everything", """{"id": "T-1", "status": "closed"}""" },
        { "", "{}" },
        { "desk.set_status", "{}" },
        { "desk.set_status", """{"id": null, "status": null}""" },
        { "desk.set_status", """{"id": ["T-1"], "status": {"$ref": "#"}}""" },
        { "desk.set_status", """{"id": "T-1", "status": "closed", "approved": true, "state": "Queued"}""" },
        { "desk.set_status", """{"id": "T-1", "id": "T-2", "status": "closed"}""" },
        { "desk.set_status", """{"id": "../../T-1", "status": "closed"}""" },
        { "desk.set_status", """{"id": "T-1\u0000", "status": "closed"}""" },
        { "desk.set_status", """{"id": "\ud800", "status": "closed"}""" },
        { "desk.set_status", """{"id": 1e400, "status": "closed"}""" },
        { "desk.set_status", """{"id": "T-1", "status": "сlosed"}""" },
        { "desk.set_status", """{"id": "'; DROP TABLE actions; --", "status": "closed"}""" },
        { "desk.set_status", """{"id": "{1/0}", "status": "closed"}""" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Propose_HostileJson_IsRefusedAndAudited(string type, string parameters)
    {
        await using var desk = await ActionDesk.OpenAsync();

        var outcomes = await desk.ProposeAsync(ActionDesk.Bot, new ActionDraft(type, JsonNode.Parse(parameters)!.AsObject(), []));

        Assert.IsType<DraftOutcome.Refused>(Assert.Single(outcomes));
        Assert.Equal(1, await desk.AuditedAsync("action.proposal-refused"));
    }

    [Fact]
    public async Task Propose_NulInWords_IsRefused()
    {
        await using var desk = await ActionDesk.OpenAsync();

        var draft = ActionDesk.Draft("T-1", "closed") with { Provenance = JsonNode.Parse("""{"status": {"from": "proposer", "phrase": "seen\u0000unseen"}}""")!.AsObject() };

        Assert.IsType<DraftOutcome.Refused>(Assert.Single(await desk.ProposeAsync(ActionDesk.Bot, draft)));
    }

    [Fact]
    public async Task Propose_TooDeepTooLargeAndMisplaced_AreRefused()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var deep = new JsonObject();
        for (var (level, at) = (0, deep); level < 60; level++)
        {
            var next = new JsonObject();
            at["x"] = next;
            at = next;
        }

        var outcomes = await desk.ProposeAsync(
            ActionDesk.Bot,
            new ActionDraft("desk.set_status", deep, []),
            new ActionDraft("desk.set_status", new JsonObject { ["id"] = new string('x', 100_000), ["status"] = "closed" }, []),
            ActionDesk.Draft("T-1", "closed", after: 7),
            ActionDesk.Draft("T-1", "closed", after: 0));

        Assert.All(outcomes, outcome => Assert.IsType<DraftOutcome.Refused>(outcome));
    }

    [Fact]
    public async Task Propose_RandomJson_NeverThrows()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var chance = new Random(20260901);
        for (var round = 0; round < 20; round++)
        {
            var drafts = Enumerable.Range(0, 20).Select(_ => new ActionDraft("desk.set_status", RandomObject(chance, 4), RandomObject(chance, 2), chance.Next(-2, 20))).ToList();

            var outcomes = await desk.ProposeAsync(ActionDesk.Bot, drafts);

            Assert.DoesNotContain(outcomes.OfType<DraftOutcome.Stored>(), stored => stored.State is not (ActionState.Denied or ActionState.AwaitingApproval));
        }

        await desk.SettleAsync();
        Assert.Empty(desk.Connector.Calls);
    }

    private static JsonObject RandomObject(Random chance, int depth)
    {
        var names = new[] { "id", "status", "approve", "ticket", "", "\u202e", "__proto__" };
        return new JsonObject(names.Where(_ => chance.Next(2) == 0).Select(name => KeyValuePair.Create(name, RandomValue(chance, depth))));
    }

    private static JsonNode? RandomValue(Random chance, int depth) => chance.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => JsonValue.Create(chance.Next(2) == 0),
        2 => JsonValue.Create(chance.NextDouble() * Math.Pow(10, chance.Next(-300, 300))),
        3 => JsonValue.Create("T-1"),
        4 => JsonValue.Create("closed"),
        5 => JsonValue.Create(new string([.. Enumerable.Range(0, chance.Next(20)).Select(_ => (char)chance.Next(1, 0xD7FF))])),
        6 => RandomObject(chance, depth - 1),
        _ => new JsonArray([.. Enumerable.Range(0, chance.Next(4)).Select(_ => RandomValue(chance, depth - 1))]),
    };
}

using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Policies.Replaying;

public sealed class ReadDecisionsTests
{
    private static readonly Actor Program = new(ActorKind.Service, "bot", "Planner", [Roles.Proposer]);

    [Fact]
    public async Task Recent_PageByPage_GivesEachOnceNewestFirst()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var made = new List<long>();
        for (var amount = 1; amount <= 7; amount++)
        {
            made.Add(await desk.RecordAsync(amount));
            await desk.RecordAsync(ReplayDesk.Input(amount), actionType: "sandbox.open_ticket");
            desk.Host.Clock.Advance(amount % 2 * TimeSpan.FromMinutes(1));
        }

        var (seen, mark) = (new List<long>(), (DecisionMark?)null);
        do
        {
            var page = await desk.Host.Get<ReadDecisions>().RecentAsync(ReplayDesk.Mara, [ReplayDesk.ActionType], mark, 3, CancellationToken.None);
            seen.AddRange(page.Items.Select(record => record.Id));
            mark = page.Next;
        }
        while (mark is not null);

        Assert.Equal(made.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task Find_Recorded_GivesTheInputAsItWasJudged()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var id = await desk.RecordAsync(ReplayDesk.Input(42.9m, "shipped"));

        var found = await desk.Host.Get<ReadDecisions>().FindAsync(ReplayDesk.Mara, id, CancellationToken.None);

        Assert.Equal((42.9m, "shipped"), ((decimal)found!.Input!["action"]!["amount"]!, (string?)found.Input["order"]!["status"]));
    }

    [Fact]
    public async Task Use_RowsFired_AreCountedSinceTheDay()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds, PolicyTexts.Everything);
        await desk.RecordAsync(10);
        desk.Host.Clock.Advance(TimeSpan.FromDays(1));
        var from = desk.Host.Clock.GetUtcNow();
        await desk.RecordAsync(ReplayDesk.Input(50, flags: "watch"));
        await desk.RecordAsync(60);
        await desk.RecordAsync(ReplayDesk.Input(60), actionType: "sandbox.open_ticket");

        var use = await desk.Host.Get<ReadDecisions>().UseAsync(ReplayDesk.Mara, "refunds", [ReplayDesk.ActionType], from, CancellationToken.None);

        Assert.Equal(2, use.Decisions);
        Assert.Equal([("R3", 2), ("R5", 1)], use.Fired.OrderBy(row => row.Key).Select(row => (row.Key, row.Value)));
    }

    [Fact]
    public async Task Read_WithoutThePermission_GivesNothing()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var id = await desk.RecordAsync(10);
        var read = desk.Host.Get<ReadDecisions>();

        Assert.Null(await read.FindAsync(Program, id, CancellationToken.None));
        Assert.Empty((await read.RecentAsync(Program, ["*"], null, 10, CancellationToken.None)).Items);
        Assert.Equal(0, (await read.UseAsync(Program, "refunds", ["*"], default, CancellationToken.None)).Decisions);
    }

    [Fact]
    public void Unpack_WhatWasPacked_IsTheSame()
    {
        var input = ReplayDesk.Input(42.9m, flags: ["watch", "fraud hold"]);

        Assert.Equal(DecisionSnapshot.Unpack(DecisionSnapshot.Pack(input))!.ToJsonString(), OpsConsole.Core.Foundation.Json.CanonicalJson.Write(input));
        Assert.Null(DecisionSnapshot.Unpack([]));
        Assert.Null(DecisionSnapshot.Unpack([1, 2, 3]));
    }
}

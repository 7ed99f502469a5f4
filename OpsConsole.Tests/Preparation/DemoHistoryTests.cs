using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Core.Preparation.Demo;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Preparation;

public sealed class DemoHistoryTests
{
    [Fact]
    public async Task Make_EmptyWorkspace_HasAPastOfAllKindsThatItsOwnPoliciesJudged()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");

        var made = await host.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None);

        var records = await RecordsAsync(host);
        Assert.Equal((420, 420), (made, records.Count));
        Assert.All(records, record => Assert.True(record.IsDemo && record.PolicyVersions.Length > 0));
        Assert.Equal(
            ["sandbox.cancel_order", "sandbox.change_shipping_address", "sandbox.create_return", "sandbox.exchange_items", "sandbox.grant_credit", "sandbox.open_ticket", "sandbox.refund_payment"],
            records.Select(record => record.ActionTypeId).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.InRange(records.Count(record => record.Verdict == verdict), 8, 390));
        Assert.InRange(records.Count(record => record.Fate == DecisionFate.Rejected), 15, 120);
        Assert.InRange(records.Count(record => Ends(record)), 8, 80);
        Assert.InRange(records.Count(record => record.Outcome == DecisionOutcome.Verified), 150, 380);
        var now = host.Clock.GetUtcNow();
        Assert.All(records, record => Assert.InRange(record.At, now.AddDays(-90), now.AddDays(-1)));
        Assert.All(records, record => Assert.True((record.OutcomeAt ?? record.FateAt) <= now));
        Assert.True(records.Min(record => record.At) < now.AddDays(-75));
    }

    [Fact]
    public async Task Make_ARowsInput_JudgesAsItWasJudged()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        await host.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None);
        var read = host.Get<ReadDecisions>();
        var auditor = new Actor(ActorKind.Person, "helen", "Helen", [Roles.Auditor]);

        foreach (var record in await RecordsAsync(host))
        {
            var found = await read.FindAsync(auditor, record.Id, CancellationToken.None);
            var again = host.Get<IPolicies>().Decide(record.ActionTypeId, found!.Input!);
            Assert.True(record.Barred is not null || (again.Verdict, again.ApproverRole, FiredRows.Write(again)) == (record.Verdict, record.ApproverRole, record.Fired), record.Title);
        }
    }

    [Fact]
    public async Task Make_Again_ChangesNothing()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        await host.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None);

        Assert.Equal(0, await host.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None));
        Assert.Equal(420, (await RecordsAsync(host)).Count);
    }

    [Fact]
    public async Task Make_Twice_IsTheSamePast()
    {
        using var one = await PackDesk.LoadedAsync("service-desk");
        using var other = await PackDesk.LoadedAsync("service-desk");
        await one.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None);
        await other.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None);

        Assert.Equal(
            (await RecordsAsync(one)).Select(record => (record.At, record.Title, record.Fate, record.Outcome)),
            (await RecordsAsync(other)).Select(record => (record.At, record.Title, record.Fate, record.Outcome)));
    }

    [Fact]
    public async Task Make_NobodysWork_IsTouched()
    {
        using var host = await PackDesk.LoadedAsync("service-desk");
        await host.Get<MakeDemoHistory>().MakeAsync(CancellationToken.None);

        Assert.Equal((0, 0), await host.Database.ReadAsync(
            async db => (await db.Set<Case>().CountAsync(), await db.Set<ProposedAction>().CountAsync()), CancellationToken.None));
    }

    private static bool Ends(DecisionRecord record) => record.Outcome is DecisionOutcome.Contradicted or DecisionOutcome.Failed or DecisionOutcome.Undone;

    private static Task<List<DecisionRecord>> RecordsAsync(CoreHost host) =>
        host.Database.ReadAsync(db => db.Set<DecisionRecord>().OrderBy(row => row.Id).ToListAsync(), CancellationToken.None);
}

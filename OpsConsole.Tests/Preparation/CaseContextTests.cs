using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Executing;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Preparation.Context;

namespace OpsConsole.Tests.Preparation;

[Collection(nameof(Failpoint))]
public sealed class CaseContextTests
{
    private const string Broken = "Hello,\n\nthe lamp of order W-23187 arrived broken.\n\nLeila Haddad\nleila.haddad@mail.example";

    [Fact]
    public async Task Read_AnEarlierResolvedCase_TellsWhatWasDoneInIt()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var first = await desk.PrepareAsync(Broken);
        var refund = Assert.Single(await desk.ActionsAsync(first));
        Assert.IsType<ApproveOutcome.Approved>(await desk.Host.Get<ApproveAction>().ApproveAsync(PackDesk.Agent, refund.Id, SeenContract.Of(refund), null, CancellationToken.None));
        await desk.Host.Get<DispatchDue>().SweepAsync(CancellationToken.None);
        await desk.Host.Get<LookDue>().SweepAsync(CancellationToken.None);
        Assert.IsType<CaseOutcome.Done>(await desk.Host.Get<ResolveCase>().ResolveAsync(PackDesk.Agent, first, (await desk.CaseAsync(first)).Version, "Refunded.", CancellationToken.None));

        var second = await desk.PrepareAsync(Broken);
        var context = await ReadAsync(desk, second);
        var outcome = Assert.Single(context.Outcomes);
        Assert.Equal((first, "Refunded.", ActionState.Verified), (outcome.Id, outcome.Resolution, Assert.Single(outcome.Actions).State));
        Assert.Contains(context.Lines(), line => line.Contains("Refunded.", StringComparison.Ordinal) && line.Contains("(verified)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_AnotherOpenCase_IsNamedAndGoneOnceItIsMerged()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var first = await desk.PrepareAsync(Broken);
        var second = await desk.PrepareAsync(Broken);
        Assert.Equal(second, Assert.Single((await ReadAsync(desk, first)).OpenCases).Id);

        var into = (await desk.CaseAsync(first)).Number;
        Assert.IsType<CaseOutcome.Done>(await desk.Host.Get<MergeCase>().MergeAsync(PackDesk.Agent, second, (await desk.CaseAsync(second)).Version, into, CancellationToken.None));
        Assert.Empty((await ReadAsync(desk, first)).OpenCases);
        Assert.All(await desk.ActionsAsync(second), action => Assert.Equal(ActionState.Withdrawn, action.State));
        await desk.SweepAsync();
        Assert.Single(await desk.ActionsAsync(first), action => action.State == ActionState.AwaitingApproval);
    }

    [Fact]
    public async Task Read_ByWhoMaySeeNoCases_GivesNothing()
    {
        using var desk = await PreparedDesk.OpenAsync();
        await desk.PrepareAsync(Broken);
        var second = await desk.PrepareAsync(Broken);
        var stranger = new Actor(ActorKind.Service, "svc", "Shop", [Roles.Intake]);
        Assert.True((await desk.Host.Get<ReadCaseContext>().ReadAsync(stranger, second, CancellationToken.None)).IsEmpty);
    }

    private static Task<CaseContext> ReadAsync(PreparedDesk desk, Guid id) => desk.Host.Get<ReadCaseContext>().ReadAsync(PackDesk.Agent, id, CancellationToken.None);
}

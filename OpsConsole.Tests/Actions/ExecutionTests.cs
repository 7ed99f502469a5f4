using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Executing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Actions;

/// <summary>Failpoints are process-wide, so that whoever arms one runs alone.</summary>
[Collection(nameof(Failpoint))]
public sealed class ExecutionTests
{
    [Fact]
    public async Task Dispatch_ApprovedAction_IsCalledOnceAndVerified()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();

        await desk.SettleAsync();

        Assert.Equal(ActionState.Verified, (await desk.FindAsync(action.Id)).State);
        Assert.Equal([("T-1", "closed")], desk.Connector.Effects);
        var run = Assert.Single(await desk.RunsAsync(action.Id));
        Assert.Equal(RunOutcome.Done, run.Outcome);
        Assert.Equal(run.IdempotencyKey, desk.Connector.LastCall.IdempotencyKey);
    }

    [Fact]
    public async Task Dispatch_NotApproved_IsNotCalled()
    {
        await using var desk = await ActionDesk.OpenAsync();
        await desk.ProposeAsync();

        await desk.SettleAsync();

        Assert.Empty(desk.Connector.Calls);
    }

    [Fact]
    public async Task Dispatch_Refused_FailsWithTheRefusalAndIsNeverRepeated()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Connector.Script.Enqueue(Reply.Refused);
        var action = await desk.ApprovedAsync();

        await desk.SettleAsync();

        var failed = await desk.FindAsync(action.Id);
        Assert.Equal((ActionState.Failed, "The ticket is closed."), (failed.State, failed.StateReason));
        Assert.Single(desk.Connector.Calls);
    }

    [Fact]
    public async Task Dispatch_Unavailable_IsTriedAgainAndThenVerified()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Connector.Script.Enqueue(Reply.Unavailable);
        desk.Connector.Script.Enqueue(Reply.Unavailable);
        var action = await desk.ApprovedAsync();

        await desk.DispatchAsync();
        Assert.Equal(ActionState.Retrying, (await desk.FindAsync(action.Id)).State);
        await desk.SettleAsync();

        Assert.Equal(ActionState.Verified, (await desk.FindAsync(action.Id)).State);
        Assert.Single(desk.Connector.Effects);
        Assert.Single(desk.Connector.Calls.Select(call => call.IdempotencyKey).Distinct());
    }

    [Fact]
    public async Task Dispatch_UnavailableForLong_FailsAfterTheLimitWithoutEffect()
    {
        await using var desk = await ActionDesk.OpenAsync();
        for (var call = 0; call < 20; call++)
        {
            desk.Connector.Script.Enqueue(Reply.Unavailable);
        }

        var action = await desk.ApprovedAsync();
        for (var round = 0; round < 12; round++)
        {
            await desk.DispatchAsync();
            desk.Host.Clock.Advance(TimeSpan.FromMinutes(7));
        }

        Assert.Equal(ActionState.Failed, (await desk.FindAsync(action.Id)).State);
        Assert.Equal(desk.Host.Get<ExecutionOptions>().Retries + 1, desk.Connector.Calls.Count);
        Assert.Empty(desk.Connector.Effects);
    }

    [Theory]
    [InlineData(IdempotencySupport.NativeKey)]
    [InlineData(IdempotencySupport.ReadBack)]
    public async Task Dispatch_AnswerLostAfterTheEffect_IsUnknownAndThenFoundByLooking(IdempotencySupport support)
    {
        await using var desk = await ActionDesk.OpenAsync(support);
        desk.Connector.Script.Enqueue(Reply.LostAfter);
        var action = await desk.ApprovedAsync();

        await desk.DispatchAsync();
        Assert.Equal(ActionState.Unknown, (await desk.FindAsync(action.Id)).State);
        await desk.SettleAsync();

        Assert.Equal(ActionState.Verified, (await desk.FindAsync(action.Id)).State);
        Assert.Single(desk.Connector.Effects);
        Assert.Single(desk.Connector.Calls);
    }

    [Fact]
    public async Task Dispatch_AnswerLostBeforeTheEffect_IsRepeatedUnderTheSameKeyWhereKeysAreHonoured()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Connector.Script.Enqueue(Reply.LostBefore);
        var action = await desk.ApprovedAsync();

        await desk.SettleAsync();

        Assert.Equal(ActionState.Verified, (await desk.FindAsync(action.Id)).State);
        Assert.Single(desk.Connector.Effects);
        Assert.Equal(2, desk.Connector.Calls.Count);
        Assert.Single(desk.Connector.Calls.Select(call => call.IdempotencyKey).Distinct());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dispatch_OutcomeThatStaysUnknown_IsRepeatedAfterPausesThatGrowAndThenGoesToAPerson(bool probe)
    {
        await using var desk = await ActionDesk.OpenAsync(probe: probe);
        var most = desk.Host.Get<ExecutionOptions>().Retries + 1;
        Enumerable.Repeat(Reply.LostBefore, most + 5).ToList().ForEach(desk.Connector.Script.Enqueue);
        var action = await desk.ApprovedAsync();
        var pauses = new List<TimeSpan>();
        await desk.DispatchAsync();
        while ((await desk.FindAsync(action.Id)).DueAt is { } due && pauses.Count < 2 * most)
        {
            pauses.Add(due - desk.Host.Clock.GetUtcNow());
            desk.Host.Clock.Advance(pauses[^1]);
            await desk.LookAsync();
        }

        Assert.Equal(ActionState.Unknown, (await desk.FindAsync(action.Id)).State);
        Assert.Equal((most, 1), (desk.Connector.Calls.Count, desk.Connector.Calls.Select(call => call.IdempotencyKey).Distinct().Count()));
        Assert.Equal(TimeSpan.Zero, pauses[0]);
        Assert.All(pauses.Skip(1).Zip(pauses.Skip(2)), pair => Assert.True(pair.Second > pair.First, $"{pair}"));
        Assert.Equal(1, await desk.AuditedAsync("action.needs-person"));
    }

    [Theory]
    [InlineData(IdempotencySupport.ReadBack, true)]
    [InlineData(IdempotencySupport.None, true)]
    [InlineData(IdempotencySupport.None, false)]
    public async Task Dispatch_AnswerLostWhereKeysAreNotHonoured_IsNeverRepeatedAndGoesToAPerson(IdempotencySupport support, bool probe)
    {
        await using var desk = await ActionDesk.OpenAsync(support, probe);
        desk.Connector.Script.Enqueue(Reply.LostBefore);
        var action = await desk.ApprovedAsync();

        await desk.SettleAsync();

        var unknown = await desk.FindAsync(action.Id);
        Assert.Equal((ActionState.Unknown, null), (unknown.State, unknown.DueAt));
        Assert.Single(desk.Connector.Calls);
        Assert.Null(desk.Connector.LastCall.IdempotencyKey);
    }

    [Fact]
    public async Task Dispatch_CallThatHangs_IsUnknownAfterTheTimeLimit()
    {
        await using var desk = await ActionDesk.OpenAsync(IdempotencySupport.None, callTimeout: TimeSpan.FromMilliseconds(150));
        desk.Connector.Script.Enqueue(Reply.Hang);
        var action = await desk.ApprovedAsync();

        await desk.DispatchAsync();

        Assert.Equal(ActionState.Unknown, (await desk.FindAsync(action.Id)).State);
    }

    [Fact]
    public async Task Look_EffectNeverSeen_IsContradicted()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Connector.IsStale = true;

        await desk.SettleAsync();

        Assert.Equal(ActionState.Contradicted, (await desk.FindAsync(action.Id)).State);
    }

    [Fact]
    public async Task Look_NothingToReadBack_IsUnverifiable()
    {
        await using var desk = await ActionDesk.OpenAsync(probe: false);
        var action = await desk.ApprovedAsync();

        await desk.SettleAsync();

        Assert.Equal(ActionState.Unverifiable, (await desk.FindAsync(action.Id)).State);
    }

    [Theory]
    [InlineData("after-claim")]
    [InlineData("after-check")]
    [InlineData("after-intent")]
    [InlineData("after-call")]
    [InlineData("after-outcome")]
    [InlineData("after-look")]
    [InlineData("after-probe")]
    public async Task Crash_AtEachBoundary_LeavesOneEffectAndIsVerifiedInTheEnd(string boundary)
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();

        using (Failpoint.Arm(boundary, () => throw new InvalidOperationException("killed here")))
        {
            await desk.DispatchAsync();
            await desk.LookAsync();
        }

        await desk.SettleAsync();

        Assert.Equal(ActionState.Verified, (await desk.FindAsync(action.Id)).State);
        Assert.Single(desk.Connector.Effects);
    }

    [Fact]
    public async Task Crash_AfterTheIntentWhereNothingHelps_IsNeverRepeated()
    {
        await using var desk = await ActionDesk.OpenAsync(IdempotencySupport.None, probe: false);
        var action = await desk.ApprovedAsync();

        using (Failpoint.Arm("after-intent", () => throw new InvalidOperationException("killed here")))
        {
            await desk.DispatchAsync();
        }

        await desk.SettleAsync();

        Assert.Equal(ActionState.Unknown, (await desk.FindAsync(action.Id)).State);
        Assert.Empty(desk.Connector.Calls);
    }

    [Fact]
    public async Task Outcome_UnderAStaleFence_IsNotWritten()
    {
        await using var desk = await ActionDesk.OpenAsync(IdempotencySupport.None);
        var action = await desk.ApprovedAsync();
        desk.Connector.During = async () =>
        {
            desk.Host.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(1, await desk.Host.Get<ClaimActions>().RecoverAsync(CancellationToken.None));
        };

        await desk.DispatchAsync();

        Assert.Equal(ActionState.Unknown, (await desk.FindAsync(action.Id)).State);
        Assert.Equal(1, await desk.AuditedAsync("action.late-answer"));
    }

    [Fact]
    public async Task Dispatch_TwoActionsOnOneRecord_NeverRunAtOnce()
    {
        await using var desk = await ActionDesk.OpenAsync();
        await desk.ApprovedAsync(status: "closed");
        await desk.ApprovedAsync(status: "waiting");
        var (now, most) = (0, 0);
        desk.Connector.During = async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(20);
            Interlocked.Decrement(ref now);
        };

        await desk.SettleAsync();

        Assert.Equal(1, most);
    }
}

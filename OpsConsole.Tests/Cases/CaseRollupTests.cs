using OpsConsole.Core.Cases;
using static OpsConsole.Core.Cases.ActionStanding;

namespace OpsConsole.Tests.Cases;

public sealed class CaseRollupTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(new ActionStanding[0], BestAction.None, CaseStage.Decide)]
    [InlineData(new[] { ReadyToRun, AwaitsSupervisor }, BestAction.ReadyToRun, CaseStage.Decide)]
    [InlineData(new[] { AwaitsSupervisor, UnderWay }, BestAction.NeedsSupervisor, CaseStage.Decide)]
    [InlineData(new[] { OutcomeUnknown, AwaitsAgent }, BestAction.Unknown, CaseStage.Decide)]
    [InlineData(new[] { UnderWay, Done }, BestAction.Running, CaseStage.Act)]
    [InlineData(new[] { OutcomeUnknown, Done }, BestAction.Unknown, CaseStage.Act)]
    [InlineData(new[] { Done, Dropped }, BestAction.Done, CaseStage.Verify)]
    [InlineData(new[] { Blocked, Done }, BestAction.Blocked, CaseStage.Verify)]
    [InlineData(new[] { Dropped }, BestAction.None, CaseStage.Decide)]
    public void Apply_Standings_GiveTheChipAndTheStage(ActionStanding[] standings, BestAction best, CaseStage stage)
    {
        var row = NewRow(CaseStage.Decide);
        CaseRollup.Apply(row, [.. standings.Select(standing => new ActionInCase(standing, 0, null))], Now);
        Assert.Equal((best, stage), (row.Best, row.Stage));
    }

    [Theory]
    [InlineData(CaseStage.Closed)]
    [InlineData(CaseStage.Prepare)]
    public void Apply_AResolvedOrUnpreparedCase_KeepsItsStage(CaseStage stage)
    {
        var row = NewRow(stage);
        CaseRollup.Apply(row, [new ActionInCase(AwaitsAgent, 0, null)], Now);
        Assert.Equal(stage, row.Stage);
    }

    [Fact]
    public void Apply_MoneyAtStake_CountsWhatIsNotDroppedAndMakesTheCaseMoreUrgent()
    {
        var row = NewRow(CaseStage.Decide);
        var before = row.UrgentAt;
        CaseRollup.Apply(row, [new(AwaitsAgent, 4290, "EUR"), new(Dropped, 99_00, "EUR"), new(Blocked, 10_00, "EUR")], Now);
        Assert.Equal((5290, "EUR"), (row.ValueAtRisk, row.Currency));
        Assert.True(row.UrgentAt < before);
    }

    [Theory]
    [InlineData(-240, 100)]
    [InlineData(0, 83)]
    [InlineData(18, 50)]
    [InlineData(48, 7)]
    public void Priority_GrowsAsTheUrgentMomentComes(int hours, int expected) => Assert.Equal(expected, CaseClock.Priority(Now.AddHours(hours), Now));

    [Theory]
    [InlineData(10, 5, null, false, ClockState.Running)]
    [InlineData(10, -1, null, false, ClockState.AtRisk)]
    [InlineData(-1, -5, null, false, ClockState.Breached)]
    [InlineData(-1, -5, -6, false, ClockState.Paused)]
    [InlineData(-1, -5, null, true, ClockState.Stopped)]
    [InlineData(null, null, null, false, ClockState.None)]
    public void Read_TheClock_SaysWhatItShowsNow(int? due, int? risk, int? paused, bool resolved, ClockState expected) =>
        Assert.Equal(expected, CaseClock.Read(At(due), At(risk), At(paused), resolved ? Now : null, Now));

    private static DateTimeOffset? At(int? hours) => hours is { } given ? Now.AddHours(given) : null;

    private static Case NewRow(CaseStage stage) => new()
    {
        Id = Guid.Empty, Number = 1, Subject = "A", Stage = stage, Channel = "email", Source = "form", OpenedAt = Now, UpdatedAt = Now,
        UrgentAt = Now + CaseClock.UntypedWithin,
    };
}

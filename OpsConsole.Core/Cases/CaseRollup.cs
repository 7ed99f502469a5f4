namespace OpsConsole.Core.Cases;

/// <summary>One action as the rollup needs it.</summary>
/// <param name="Amount">Hundredths of <paramref name="Currency"/>; 0 when no money is at stake.</param>
public sealed record ActionInCase(ActionStanding Standing, long Amount, string? Currency);

/// <summary>
/// What a case's actions say about the case: its stage, the queue's chip, the money at stake and with it the urgency. Whoever changes an
/// action applies it to the case's row in the same transaction.
/// </summary>
public static class CaseRollup
{
    /// <summary>Best first: what a person can do now comes before what waits, and a lost outcome before everything.</summary>
    private static readonly (ActionStanding Standing, BestAction Best)[] Order =
    [
        (ActionStanding.OutcomeUnknown, BestAction.Unknown),
        (ActionStanding.ReadyToRun, BestAction.ReadyToRun),
        (ActionStanding.AwaitsAgent, BestAction.NeedsYou),
        (ActionStanding.AwaitsSupervisor, BestAction.NeedsSupervisor),
        (ActionStanding.UnderWay, BestAction.Running),
        (ActionStanding.Blocked, BestAction.Blocked),
        (ActionStanding.Done, BestAction.Done),
    ];

    /// <summary>Changes the row and its version. A resolved case keeps its stage, and so does one that is being prepared.</summary>
    public static void Apply(Case @case, IReadOnlyCollection<ActionInCase> actions, DateTimeOffset now)
    {
        var standings = actions.Select(action => action.Standing).ToHashSet();
        @case.Best = Order.Where(pair => standings.Contains(pair.Standing)).Select(pair => pair.Best).FirstOrDefault(BestAction.None);
        if (@case.Stage is not (CaseStage.Closed or CaseStage.Open or CaseStage.Prepare))
        {
            @case.Stage = Stage(standings);
        }

        var atStake = actions.Where(action => action.Standing is not ActionStanding.Dropped && action.Amount > 0).ToList();
        @case.Currency = atStake.Select(action => action.Currency).FirstOrDefault() ?? @case.Currency;
        @case.ValueAtRisk = atStake.Where(action => action.Currency == @case.Currency).Sum(action => action.Amount);
        CaseClock.Rank(@case);
        @case.Version++;
        @case.UpdatedAt = now;
    }

    /// <summary>The stage of an open, prepared case with these actions.</summary>
    public static CaseStage Stage(IReadOnlySet<ActionStanding> standings)
    {
        if (standings.Contains(ActionStanding.ReadyToRun) || standings.Contains(ActionStanding.AwaitsAgent) || standings.Contains(ActionStanding.AwaitsSupervisor))
        {
            return CaseStage.Decide;
        }

        if (standings.Contains(ActionStanding.UnderWay) || standings.Contains(ActionStanding.OutcomeUnknown))
        {
            return CaseStage.Act;
        }

        return standings.Contains(ActionStanding.Done) ? CaseStage.Verify : CaseStage.Decide;
    }
}

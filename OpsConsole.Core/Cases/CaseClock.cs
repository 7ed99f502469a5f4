using OpsConsole.Core.Workflow;

namespace OpsConsole.Core.Cases;

/// <summary>The SLA clock of a case. Times are stored, states are read against now, so that no job has to tick.</summary>
public static class CaseClock
{
    /// <summary>Stands in for the due time while the case type is not known.</summary>
    public static readonly TimeSpan UntypedWithin = TimeSpan.FromHours(24);

    /// <summary>By how much each tenfold of money at stake makes a case more urgent.</summary>
    private static readonly TimeSpan HeadStartPerTenfold = TimeSpan.FromHours(4);

    /// <summary>How long before the urgent moment a case stands in the middle, and how many hours halve or double the odds.</summary>
    private const double MiddleHours = 18;
    private const double HoursPerDoubling = 8;

    /// <summary>Runs the clock of <paramref name="type"/> from the case's intake; time spent waiting for the customer is kept.</summary>
    public static void Start(Case @case, CaseType type)
    {
        var waited = @case.WaitedFor;
        @case.DueAt = @case.OpenedAt + type.DecideWithin + waited;
        @case.AtRiskAt = @case.OpenedAt + type.DecideWithin * type.AtRisk + waited;
        Rank(@case);
    }

    public static void Pause(Case @case, DateTimeOffset now) => @case.PausedAt ??= now;

    /// <summary>Runs on with as much time left as there was when it was paused.</summary>
    public static void Resume(Case @case, DateTimeOffset now)
    {
        if (@case.PausedAt is not { } since)
        {
            return;
        }

        var waited = now - since;
        @case.PausedAt = null;
        @case.WaitedFor += waited;
        @case.DueAt += waited;
        @case.AtRiskAt += waited;
        Rank(@case);
    }

    /// <summary>Sets the sort key from due time and money at stake.</summary>
    public static void Rank(Case @case)
    {
        var due = @case.DueAt ?? @case.OpenedAt + UntypedWithin + @case.WaitedFor;
        @case.UrgentAt = due - HeadStartPerTenfold * Math.Log10(1 + Math.Max(0, @case.ValueAtRisk) / 100.0);
    }

    public static ClockState Read(DateTimeOffset? dueAt, DateTimeOffset? atRiskAt, DateTimeOffset? pausedAt, DateTimeOffset? resolvedAt, DateTimeOffset now) =>
        resolvedAt is not null ? ClockState.Stopped
        : pausedAt is not null ? ClockState.Paused
        : dueAt is not { } due ? ClockState.None
        : now > due ? ClockState.Breached
        : now >= (atRiskAt ?? due) ? ClockState.AtRisk
        : ClockState.Running;

    /// <summary>0 to 100, growing as the urgent moment comes near and passes; never quite 100, so that what is over can still be told apart.</summary>
    public static int Priority(DateTimeOffset urgentAt, DateTimeOffset now) =>
        (int)Math.Round(100 / (1 + Math.Pow(2, ((urgentAt - now).TotalHours - MiddleHours) / HoursPerDoubling)));
}

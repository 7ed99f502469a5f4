namespace OpsConsole.Core.Policies.Replaying;

/// <summary>Where a page of decisions ended; the next holds what is older.</summary>
public sealed record DecisionMark(DateTimeOffset At, long Id)
{
    internal static DecisionMark Of(DecisionRecord record) => new(record.At, record.Id);

    internal IQueryable<DecisionRecord> Before(IQueryable<DecisionRecord> rows) => rows.Where(row => row.At < At || (row.At == At && row.Id < Id));
}

namespace OpsConsole.Core.Policies.Replaying;

/// <summary>A made-up decision of a demo workspace, with what became of it.</summary>
public sealed record PastEntry(
    DecisionEntry Entry, DateTimeOffset At, DecidedFate? Fate, DateTimeOffset FateAt, DecisionOutcome Outcome, DateTimeOffset OutcomeAt)
{
    internal DecisionRecord Record()
    {
        var record = DecisionRecords.Record(Entry, At, isDemo: true);
        if (Fate is not null)
        {
            record.Decide(Fate, FateAt);
        }

        record.End(Outcome, OutcomeAt);
        return record;
    }
}

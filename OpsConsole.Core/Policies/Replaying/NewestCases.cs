namespace OpsConsole.Core.Policies.Replaying;

/// <summary>Keeps the newest of the decisions that move, so that memory is bounded however many move.</summary>
internal sealed class NewestCases(int most)
{
    private readonly PriorityQueue<ReplayCase, (DateTimeOffset At, long Id)> _oldestFirst = new();

    public void Offer(ReplayJudgement judged)
    {
        if (HasRoomFor((judged.Record.At, judged.Record.Id)))
        {
            Add(Describe(judged));
        }
    }

    public void Merge(NewestCases other)
    {
        foreach (var (found, key) in other._oldestFirst.UnorderedItems)
        {
            if (HasRoomFor(key))
            {
                Add(found);
            }
        }
    }

    public IReadOnlyList<ReplayCase> NewestFirst() =>
        [.. _oldestFirst.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];

    private bool HasRoomFor((DateTimeOffset At, long Id) key) =>
        _oldestFirst.Count < most || (_oldestFirst.TryPeek(out _, out var oldest) && key.CompareTo(oldest) > 0);

    private void Add(ReplayCase found)
    {
        _oldestFirst.Enqueue(found, (found.At, found.DecisionId));
        if (_oldestFirst.Count > most)
        {
            _oldestFirst.Dequeue();
        }
    }

    private static ReplayCase Describe(ReplayJudgement judged)
    {
        var record = judged.Record;
        return new ReplayCase(
            record.Id,
            record.At,
            record.CaseId,
            record.CaseNumber,
            record.ActionId,
            record.ActionNumber,
            record.ActionTypeId,
            record.Title,
            record.Amount,
            record.Currency,
            judged.Then,
            judged.Before,
            judged.After,
            Rows(judged.VerdictBefore),
            Rows(judged.VerdictAfter),
            judged.VerdictAfter.Reason,
            record.Fate,
            record.FateByName,
            record.ReasonCode,
            record.Outcome,
            record.IsDemo);
    }

    private static IReadOnlyList<string> Rows(PolicyVerdict verdict) => [.. verdict.Hits.Select(hit => $"{hit.PolicyId}/{hit.RuleId}")];
}

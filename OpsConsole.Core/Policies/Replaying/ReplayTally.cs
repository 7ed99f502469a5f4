namespace OpsConsole.Core.Policies.Replaying;

/// <summary>Counts judgements. Tallies of parts, merged in any order, are the tally of the whole, so that the report does not depend on who judged what.</summary>
internal sealed class ReplayTally(string policyId)
{
    private readonly Dictionary<(ReplayWay Before, ReplayWay After), Sum> _moves = [];
    private readonly Dictionary<ReplayWay, Sum> _then = [];
    private readonly Dictionary<DateOnly, (int Judged, int Looser, int Stricter)> _weeks = [];
    private readonly Dictionary<(ReplayEnd End, ReplayEffect Effect), int> _hindsight = [];
    private readonly Dictionary<string, (int Before, int After)> _rules = new(StringComparer.Ordinal);
    private readonly NewestCases _cases = new(ReplayReport.MostCases);
    private int _judged;
    private int _unreadable;
    private int _undecided;
    private int _demo;
    private int _sinceThen;
    private int _demands;

    public void AddUnreadable() => _unreadable++;

    public void Add(ReplayJudgement judged)
    {
        var record = judged.Record;
        _judged++;
        _demo += record.IsDemo ? 1 : 0;
        _sinceThen += judged.Then == judged.Before ? 0 : 1;
        _demands += judged.IsOtherDemand ? 1 : 0;
        _undecided += judged.VerdictAfter.Hits.Any(hit => hit.IsUndecided && hit.PolicyId == policyId) ? 1 : 0;
        Of(_moves, (judged.Before, judged.After)).Add(record);
        Of(_then, judged.Then).Add(record);
        var week = MondayOf(record.At);
        var (count, looser, stricter) = _weeks.GetValueOrDefault(week);
        _weeks[week] = (count + 1, looser + (judged.After < judged.Before ? 1 : 0), stricter + (judged.After > judged.Before ? 1 : 0));
        var hindsight = (Ways.EndOf(record), EffectOf(judged));
        _hindsight[hindsight] = _hindsight.GetValueOrDefault(hindsight) + 1;
        foreach (var rule in Rows(judged.VerdictBefore))
        {
            var (before, after) = _rules.GetValueOrDefault(rule);
            _rules[rule] = (before + 1, after);
        }

        foreach (var rule in Rows(judged.VerdictAfter))
        {
            var (before, after) = _rules.GetValueOrDefault(rule);
            _rules[rule] = (before, after + 1);
        }

        if (judged.IsMoved)
        {
            _cases.Offer(judged);
        }
    }

    public void Merge(ReplayTally other)
    {
        _judged += other._judged;
        _unreadable += other._unreadable;
        _undecided += other._undecided;
        _demo += other._demo;
        _sinceThen += other._sinceThen;
        _demands += other._demands;
        foreach (var (key, sum) in other._moves)
        {
            Of(_moves, key).Add(sum);
        }

        foreach (var (key, sum) in other._then)
        {
            Of(_then, key).Add(sum);
        }

        foreach (var (week, add) in other._weeks)
        {
            var sum = _weeks.GetValueOrDefault(week);
            _weeks[week] = (sum.Judged + add.Judged, sum.Looser + add.Looser, sum.Stricter + add.Stricter);
        }

        foreach (var (key, count) in other._hindsight)
        {
            _hindsight[key] = _hindsight.GetValueOrDefault(key) + count;
        }

        foreach (var (rule, add) in other._rules)
        {
            var (before, after) = _rules.GetValueOrDefault(rule);
            _rules[rule] = (before + add.Before, after + add.After);
        }

        _cases.Merge(other._cases);
    }

    public ReplayReport Report(ReplaySides sides, ReplaySpan span) => new(
        policyId,
        sides.Present?.Version,
        sides.Draft.Digest,
        sides.PresentDigest,
        span,
        sides.ActionTypes,
        _judged,
        _unreadable,
        _undecided,
        _demo,
        [.. _then.OrderBy(way => way.Key).Select(way => new ReplayCount(way.Key, way.Value.Count, way.Value.Amounts()))],
        _sinceThen,
        [.. _moves.OrderBy(move => move.Key).Select(move => new ReplayMove(move.Key.Before, move.Key.After, move.Value.Count, move.Value.Amounts()))],
        _demands,
        [.. _weeks.OrderBy(week => week.Key).Select(week => new ReplayWeek(week.Key, week.Value.Judged, week.Value.Looser, week.Value.Stricter))],
        [.. Enum.GetValues<ReplayEnd>().Select(Hindsight)],
        [.. Rules(sides)],
        _cases.NewestFirst());

    private IEnumerable<RuleUse> Rules(ReplaySides sides) => sides.Draft.Rules.Concat(sides.Present?.Rules ?? []).Select(rule => rule.Id).Distinct()
        .Select(rule => new RuleUse(rule, _rules.GetValueOrDefault(rule).Before, _rules.GetValueOrDefault(rule).After));

    private ReplayHindsight Hindsight(ReplayEnd end)
    {
        int Count(ReplayEffect effect) => _hindsight.GetValueOrDefault((end, effect));
        return new ReplayHindsight(end, Count(ReplayEffect.Stopped), Count(ReplayEffect.Checked), Count(ReplayEffect.LetThrough), Count(ReplayEffect.Unmoved));
    }

    private static ReplayEffect EffectOf(ReplayJudgement judged) =>
        judged.After < judged.Before ? ReplayEffect.LetThrough
        : judged.After == judged.Before ? ReplayEffect.Unmoved
        : judged.After == ReplayWay.Denied ? ReplayEffect.Stopped
        : ReplayEffect.Checked;

    private IEnumerable<string> Rows(PolicyVerdict verdict) => verdict.Hits.Where(hit => hit.PolicyId == policyId).Select(hit => hit.RuleId).Distinct();

    private static DateOnly MondayOf(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private static Sum Of<TKey>(Dictionary<TKey, Sum> sums, TKey key)
        where TKey : notnull => sums.TryGetValue(key, out var sum) ? sum : sums[key] = new Sum();

    private enum ReplayEffect
    {
        /// <summary>Denied, and not before.</summary>
        Stopped,

        /// <summary>Sent to a person, or to a higher role, than before.</summary>
        Checked,

        /// <summary>Gone an easier way than before.</summary>
        LetThrough,

        /// <summary>As before.</summary>
        Unmoved,
    }

    private sealed class Sum
    {
        private readonly Dictionary<string, long> _amounts = new(StringComparer.Ordinal);

        public int Count { get; private set; }

        public void Add(DecisionRecord record)
        {
            Count++;
            if (record.Currency is { } currency && record.Amount != 0)
            {
                _amounts[currency] = _amounts.GetValueOrDefault(currency) + record.Amount;
            }
        }

        public void Add(Sum other)
        {
            Count += other.Count;
            foreach (var (currency, amount) in other._amounts)
            {
                _amounts[currency] = _amounts.GetValueOrDefault(currency) + amount;
            }
        }

        public IReadOnlyList<ReplayAmount> Amounts() =>
            [.. _amounts.OrderBy(amount => amount.Key, StringComparer.Ordinal).Select(amount => new ReplayAmount(amount.Key, amount.Value))];
    }
}

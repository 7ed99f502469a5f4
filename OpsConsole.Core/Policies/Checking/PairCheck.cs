namespace OpsConsole.Core.Policies.Checking;

/// <summary>Rows two by two: that fire together and ask for different things, that allow and deny the same, that say the same.</summary>
internal static class PairCheck
{
    private const int MostNamed = 5;
    private const int MostOfAKind = 100;

    public static IEnumerable<TableFinding> Find(CheckedTable table, CheckWork work)
    {
        var overlaps = new SortedDictionary<int, List<int>>();
        var contradictions = new SortedDictionary<int, List<int>>();
        var duplicates = new List<TableFinding>();
        for (var row = 0; row < table.Policy.Rules.Count; row++)
        {
            for (var other = row + 1; other < table.Policy.Rules.Count && work.Do(8); other++)
            {
                if (!table.Sure[row].Meets(table.Sure[other]))
                {
                    continue;
                }

                var (one, two) = (table.Policy.Rules[row].Demand, table.Policy.Rules[other].Demand);
                if (one.Equals(two))
                {
                    duplicates.AddRange(Same(table, row, other));
                    continue;
                }

                var (winner, loser) = IsStricter(two, one) ? (other, row) : (row, other);
                var group = Math.Abs(one.Verdict - two.Verdict) == Verdict.Deny - Verdict.Allow ? contradictions : overlaps;
                (group.TryGetValue(winner, out var losers) ? losers : group[winner] = []).Add(loser);
            }
        }

        return contradictions.Take(MostOfAKind).Select(group => Tell(table, FindingKind.Contradiction, group.Key, group.Value))
            .Concat(overlaps.Take(MostOfAKind).Select(group => Tell(table, FindingKind.Overlap, group.Key, group.Value)))
            .Concat(duplicates.Take(MostOfAKind))
            .Concat(work.IsSpent ? [GapCheck.Incomplete("overlaps")] : [])
            .Concat(More(contradictions.Count, "contradictions")).Concat(More(overlaps.Count, "overlaps")).Concat(More(duplicates.Count, "duplicates"));
    }

    private static IEnumerable<TableFinding> More(int count, string what) => count <= MostOfAKind
        ? []
        : [new TableFinding(FindingKind.Incomplete, [], [], $"There are {count - MostOfAKind} more {what} than the first {MostOfAKind}, which are listed.", null)];

    private static bool IsStricter(RuleDemand one, RuleDemand other) =>
        one.And(other).Equals(one) || (!one.And(other).Equals(other) && (one.Verdict, RuleDemand.Rank(one.ApproverRole), one.Quorum).CompareTo((other.Verdict, RuleDemand.Rank(other.ApproverRole), other.Quorum)) > 0);

    /// <summary>Two rows that ask the same are one too many where one of them fires whenever the other does.</summary>
    private static IEnumerable<TableFinding> Same(CheckedTable table, int row, int other)
    {
        var (wide, narrow) = table.Sure[row].Holds(table.Alive[other]) ? (row, other) : (other, row);
        if (table.Sure[wide].Holds(table.Alive[narrow]))
        {
            yield return new TableFinding(
                FindingKind.Duplicate, [wide, narrow], [], $"{table.Id(narrow)} asks for nothing that {table.Id(wide)} does not ask for wherever it fires.", table.Example(table.Alive[narrow]));
        }
    }

    private static TableFinding Tell(CheckedTable table, FindingKind kind, int winner, List<int> losers)
    {
        var names = losers.Count > MostNamed ? $"{string.Join(", ", losers.Take(MostNamed).Select(table.Id))} and {losers.Count - MostNamed} more" : string.Join(", ", losers.Select(table.Id));
        var both = table.Sure[winner].And(table.Sure[losers[0]])!;
        var demand = table.Policy.Rules[winner].Demand;
        var decides = losers.TrueForAll(loser => demand.And(table.Policy.Rules[loser].Demand).Equals(demand)) ? $"{table.Id(winner)} decides" : "the stricter of each demand counts";
        var sentence = kind == FindingKind.Contradiction
            ? $"{table.Id(winner)} denies what {names} {(losers.Count == 1 ? "allows" : "allow")}, for example when {table.Describe(both)}; {decides}."
            : $"{table.Id(winner)} can fire together with {names}, which {(losers.Count == 1 ? "asks" : "ask")} for something else, for example when {table.Describe(both)}; {decides}.";
        return new TableFinding(kind, [winner, .. losers], [], sentence, table.Example(both));
    }
}

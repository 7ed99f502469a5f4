using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Checking;

/// <summary>Values for which no row fires. Each gap is widened as far as it goes, so that few boxes tell all of it.</summary>
internal static class GapCheck
{
    private const int Most = 50;

    public static IEnumerable<TableFinding> Find(CheckedTable table, CheckWork work)
    {
        var gaps = new List<Box>();
        var everyRow = RowMarks.Of(table.Policy.Rules.Count, _ => true);
        foreach (var found in new BoxCover(table, work, found => found.Alive).Uncovered(table.Everything, everyRow))
        {
            if (gaps.Exists(gap => gap.Holds(found)))
            {
                continue;
            }

            gaps.Add(Widen(table, found));
            if (gaps.Count > Most)
            {
                break;
            }
        }

        return gaps.Take(Most).Where(gap => !Enumerable.Range(0, table.Policy.Rules.Count).Any(row => table.Fires(row, gap) != false)).Select(gap => Tell(table, gap))
            .Concat(work.IsSpent || gaps.Count > Most ? [Incomplete("gaps")] : []);
    }

    public static TableFinding Incomplete(string what) =>
        new(FindingKind.Incomplete, [], [], $"The table is too large to find all {what}; there may be more than are listed.", null);

    private static Box Widen(CheckedTable table, Box gap)
    {
        for (var dimension = 0; dimension < table.Dimensions.Count; dimension++)
        {
            var rest = gap.With(dimension, table.Everything.Classes[dimension]);
            List<Box> near = [.. table.Alive.Where(rest.Meets)];
            int[] free = [.. rest.Classes[dimension].Where(index => !near.Exists(row => Array.BinarySearch(row.Classes[dimension], index) >= 0))];
            gap = gap.With(dimension, free);
        }

        return gap;
    }

    private static TableFinding Tell(CheckedTable table, Box gap)
    {
        List<int> columns = [.. table.Dimensions.Where((dimension, index) => gap.Classes[index].Length < dimension.Classes.Count).SelectMany(dimension => dimension.Columns).Order()];
        return new TableFinding(FindingKind.Gap, [], columns, $"No rule fires when {table.Describe(gap)}; a supervisor decides.", table.Example(gap));
    }
}

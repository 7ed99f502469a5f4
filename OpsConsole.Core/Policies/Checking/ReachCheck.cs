using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Checking;

/// <summary>Rows that can never fire, and rows that never decide: wherever one fires, stricter rows do too.</summary>
internal static class ReachCheck
{
    private const int MostNamed = 5;

    public static IEnumerable<TableFinding> Find(CheckedTable table, CheckWork work)
    {
        for (var row = 0; row < table.Policy.Rules.Count; row++)
        {
            if (table.Alive[row].IsEmpty)
            {
                yield return Never(table, row);
            }
            else if (Stricter(table, row) is { Count: > 0 } stricter && IsCovered(table, work, row, stricter))
            {
                var named = stricter.Find(other => table.Sure[other].Holds(table.Alive[row])) is var one && stricter.Contains(one) && table.Sure[one].Holds(table.Alive[row]) ? [one] : stricter;
                yield return new TableFinding(
                    FindingKind.Unreachable, [row, .. named], [], $"{table.Id(row)} never decides: wherever it fires, {Names(table, named)} {(named.Count == 1 ? "asks" : "ask")} for more.", table.Example(table.Alive[row]));
            }
        }

        if (work.IsSpent)
        {
            yield return GapCheck.Incomplete("rows that never decide");
        }
    }

    private static TableFinding Never(CheckedTable table, int row)
    {
        var columns = table.Dimensions.Where((_, index) => table.Alive[row].Classes[index].Length == 0).SelectMany(dimension => dimension.Columns).Where(column => !table.Policy.Rules[row].Cells[column].IsAny).Order().ToList();
        var cells = string.Join(" and ", columns.Select(column => $"{table.Policy.Inputs[column].Name} {table.Policy.Rules[row].Cells[column].Text}"));
        return new TableFinding(FindingKind.Unreachable, [row], columns, $"{table.Id(row)} can never fire: no value that there can be meets {cells}.", null);
    }

    /// <summary>Rows that ask for more in some respect and for less in none, and that can fire together with it.</summary>
    private static List<int> Stricter(CheckedTable table, int row)
    {
        var demand = table.Policy.Rules[row].Demand;
        return [.. Enumerable.Range(0, table.Policy.Rules.Count).Where(other =>
            other != row && table.Policy.Rules[other].Demand is var more && !more.Equals(demand) && demand.And(more).Equals(more) && table.Sure[other].Meets(table.Alive[row]))];
    }

    private static bool IsCovered(CheckedTable table, CheckWork work, int row, List<int> stricter)
    {
        var marked = stricter.ToHashSet();
        var uncovered = new BoxCover(table, work, found => found.Sure).Uncovered(table.Alive[row], RowMarks.Of(table.Policy.Rules.Count, marked.Contains)).Any();
        return !uncovered && !work.IsSpent;
    }

    private static string Names(CheckedTable table, IReadOnlyList<int> rows) => rows.Count > MostNamed
        ? $"{string.Join(", ", rows.Take(MostNamed).Select(table.Id))} and {rows.Count - MostNamed} more"
        : string.Join(" or ", rows.Select(table.Id));
}

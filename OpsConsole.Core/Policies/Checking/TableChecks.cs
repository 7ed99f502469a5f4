namespace OpsConsole.Core.Policies.Checking;

/// <summary>
/// What can be seen of a table without any data: values that no row covers, rows that contradict one another, rows and inputs that do nothing.
/// Exact where cells hold a value against constants; a cell that has to be evaluated may be met by any value, so that less is told but nothing
/// wrong. Inputs are taken to vary independently of one another; two columns of the same expression are one.
/// </summary>
public static class TableChecks
{
    /// <summary>Steps of one kind of finding; each kind takes well under a second.</summary>
    private const long MostSteps = 20_000_000;

    private const int MostRows = 2_000;
    private const int MostColumns = 12;

    public static IReadOnlyList<TableFinding> Find(Policy policy)
    {
        var table = new CheckedTable(policy);
        if (policy.Rules.Count > MostRows || table.Dimensions.Count > MostColumns)
        {
            return [.. Unused(table), new TableFinding(FindingKind.Incomplete, [], [], $"The table has more than {MostRows} rows or {MostColumns} inputs, so that only unused inputs were looked for.", null)];
        }

        return
        [
            .. GapCheck.Find(table, new CheckWork(MostSteps)),
            .. ReachCheck.Find(table, new CheckWork(MostSteps)),
            .. PairCheck.Find(table, new CheckWork(MostSteps)),
            .. Unused(table),
        ];
    }

    private static IEnumerable<TableFinding> Unused(CheckedTable table)
    {
        for (var column = 0; column < table.Policy.Inputs.Count; column++)
        {
            var name = table.Policy.Inputs[column].Name;
            var dimension = table.Dimensions.FirstOrDefault(dimension => dimension.Columns.Contains(column));
            if (dimension is null)
            {
                yield return new TableFinding(FindingKind.UnusedInput, [], [column], $"No rule asks about {name}.", null);
            }
            else if (dimension.Classes.Count == 1 && dimension.Classes[0].Alive.SequenceEqual(dimension.Classes[0].Sure))
            {
                yield return new TableFinding(FindingKind.UnusedInput, [], [column], $"Whatever {name} is, the same rules fire.", null);
            }
        }
    }
}

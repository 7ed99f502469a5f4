using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Checking;

/// <summary>A table as boxes: each dimension is an expression that rows ask about, each row is the box of the values for which it fires.</summary>
internal sealed class CheckedTable
{
    public CheckedTable(Policy policy)
    {
        var table = PolicyTable.Of(policy);
        Policy = policy;
        Dimensions = [.. table.Columns.GroupBy(column => policy.Inputs[column.Column].Expression.Text, StringComparer.Ordinal).Select(group => new Dimension(table, [.. group]))];
        Alive = [.. Enumerable.Range(0, policy.Rules.Count).Select(row => Box(row, found => found.Alive))];
        Sure = [.. Enumerable.Range(0, policy.Rules.Count).Select(row => Box(row, found => found.Sure))];
    }

    public Policy Policy { get; }

    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>For each row the values for which it may fire; those where it depends on more than the value are in it.</summary>
    public IReadOnlyList<Box> Alive { get; }

    /// <summary>For each row the values for which it fires for certain.</summary>
    public IReadOnlyList<Box> Sure { get; }

    /// <summary>All values that there can be.</summary>
    public Box Everything => new([.. Dimensions.Select(dimension => Enumerable.Range(0, dimension.Classes.Count).ToArray())]);

    public string Id(int row) => Policy.Rules[row].Id;

    /// <summary>Some value of a box by column.</summary>
    public IReadOnlyDictionary<string, string> Example(Box box)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var dimension = 0; dimension < Dimensions.Count; dimension++)
        {
            var text = RegionText.Feel(Dimensions[dimension].Classes[box.Classes[dimension][0]].Value);
            foreach (var column in Dimensions[dimension].Columns)
            {
                values[Policy.Inputs[column].Name] = text;
            }
        }

        return values;
    }

    /// <summary>Whether a row fires for the example of a box, found out by evaluating its cells; null when a cell depends on more than the value.</summary>
    public bool? Fires(int row, Box box)
    {
        bool? fires = true;
        for (var dimension = 0; dimension < Dimensions.Count; dimension++)
        {
            var value = Dimensions[dimension].Classes[box.Classes[dimension][0]].Value;
            foreach (var column in Dimensions[dimension].Columns)
            {
                var cell = Policy.Rules[row].Cells[column];
                var isTold = CellSet.Of(cell) is { IsPlain: true } or { Membership: not null };
                fires = FeelCompare.And(fires, cell.IsAny ? true : isTold ? CellAnswer.Of(cell, value, CellValues.NoMembers).Outcome != CellOutcome.NotMet : null);
            }
        }

        return fires;
    }

    /// <summary>A box in words, such as <c>amount &gt; 500 and status is "new"</c>.</summary>
    public string Describe(Box box) => string.Join(" and ", Dimensions.Select((dimension, index) => dimension.Describe(box.Classes[index])).OfType<string>().DefaultIfEmpty("whatever the inputs are"));

    private Box Box(int row, Func<DimensionClass, ulong[]> rows) => new([.. Dimensions.Select(dimension =>
        Enumerable.Range(0, dimension.Classes.Count).Where(index => (rows(dimension.Classes[index])[row / 64] & RowMarks.Bit(row)) != 0).ToArray())]);
}

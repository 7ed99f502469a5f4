using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>One column of a table, turned round: from a value to the rows that it leaves.</summary>
internal sealed class ColumnIndex
{
    private readonly KindIndex[] _kinds;
    private readonly ListIndex _lists;

    /// <param name="column">The column's place in the policy.</param>
    public ColumnIndex(Policy policy, int column)
    {
        Column = column;
        List<CellSet> cells = [.. policy.Rules.Select(rule => CellSet.Of(rule.Cells[column]))];
        var any = RowMarks.Of(cells.Count, row => cells[row].IsAny);
        Unknown = new RowMarks(RowMarks.Of(cells.Count, _ => true), any);
        _kinds = [.. Enum.GetValues<ValueKind>().Select(kind => new KindIndex(kind, cells, any))];
        _lists = new ListIndex(cells, Unknown);
    }

    public int Column { get; }

    /// <summary>The rows that are left when nothing is known of the value: all, and only those that take any value are sure.</summary>
    public RowMarks Unknown { get; }

    public RowMarks Find(FeelValue value) => CellValues.KindOf(value) is var kind && kind == ValueKind.List ? _lists.Find(value) : _kinds[(int)kind].Find(value);
}

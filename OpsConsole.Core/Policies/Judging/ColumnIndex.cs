using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Core.Policies.Judging;

/// <summary>One column of a table, turned round: from a value to the rows that it leaves.</summary>
internal sealed class ColumnIndex
{
    private readonly ulong[] _all;
    private readonly ulong[] _any;
    private readonly KindIndex[] _kinds;
    private readonly ListIndex _lists;

    /// <param name="column">The column's place in the policy.</param>
    public ColumnIndex(Policy policy, int column)
    {
        Column = column;
        List<CellSet> cells = [.. policy.Rules.Select(rule => CellSet.Of(rule.Cells[column]))];
        _all = RowMarks.Of(cells.Count, _ => true);
        _any = RowMarks.Of(cells.Count, row => cells[row].IsAny);
        _kinds = [.. Enum.GetValues<ValueKind>().Select(kind => new KindIndex(kind, cells, _any))];
        _lists = new ListIndex(cells, _all, _any);
    }

    public int Column { get; }

    /// <summary>The rows that are left when nothing is known of the value: all, and only those that take any value are sure.</summary>
    public RowMarks Unknown => new(_all, 0, _any, 0);

    public RowMarks Find(FeelValue value) => CellValues.KindOf(value) is var kind && kind == ValueKind.List ? _lists.Find(value) : _kinds[(int)kind].Find(value);
}

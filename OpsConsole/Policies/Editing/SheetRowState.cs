using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>All that a row on screen depends on; a row that did not change is not drawn again.</summary>
/// <param name="Active">The active column, or -1 when the active cell is in another row.</param>
/// <param name="Left">The first selected column, or -1.</param>
/// <param name="Before">What the row was in the version in force, column by column; null where it is the same.</param>
public sealed record SheetRowState(
    DocumentRule Rule, int Index, int Inputs, int Active, int Left, int Right, RowMark Mark, bool IsFired, bool IsDead, IReadOnlyList<string?> Before, IReadOnlyList<PolicyFault> Faults)
{
    private static readonly IReadOnlyList<string?> Unchanged = [];

    public static SheetRowState Of(PolicySheet sheet, SheetMarks marks, int row)
    {
        var (document, selection) = (sheet.Document, sheet.Selection);
        var rule = document.Rules[row];
        var isSelected = selection.HoldsRow(row);
        var mark = marks.MarkOf(rule, document);
        var before = mark == RowMark.Changed
            ? [.. Enumerable.Range(0, sheet.Columns).Select(column => marks.Before(rule, SheetColumn.At(document, column), document))]
            : Unchanged;
        return new SheetRowState(
            rule, row, document.Inputs.Count, sheet.Active.Row == row ? sheet.Active.Column : -1, isSelected ? selection.Left : -1, isSelected ? selection.Right : -1,
            mark, marks.Fired.Contains(rule.Id), marks.Dead.Contains(row), before, marks.FaultsOf(row));
    }

    public bool Equals(SheetRowState? other) => other is not null && ReferenceEquals(Rule, other.Rule)
        && (Index, Inputs, Active, Left, Right, Mark, IsFired, IsDead) == (other.Index, other.Inputs, other.Active, other.Left, other.Right, other.Mark, other.IsFired, other.IsDead)
        && Before.SequenceEqual(other.Before) && Faults.SequenceEqual(other.Faults);

    public override int GetHashCode() => HashCode.Combine(Rule.Id, Index, Active, Left, Right);

    public bool IsSelected(int column) => Left >= 0 && column >= Left && column <= Right && !(Left == Right && Active == column);

    public bool HasFault(SheetColumn column) => Faults.Any(fault => SheetMarks.IsAt(fault, column));

    public string? WasIn(int column) => column < Before.Count ? Before[column] : null;
}

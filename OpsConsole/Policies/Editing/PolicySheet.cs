using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>
/// A policy document being edited as a spreadsheet: what is selected, and every edit with its way back. The document itself never changes;
/// each edit makes another. It knows no screen: whoever shows it asks it again after each call.
/// </summary>
/// <remarks>An edit answers null when it is done, or with a sentence that says why it is not; then nothing has changed.</remarks>
public sealed partial class PolicySheet
{
    /// <summary>Edits that can be taken back.</summary>
    public const int MostSteps = 200;

    /// <summary>More rows than this are not written by hand.</summary>
    public const int MostRules = 10_000;

    private readonly LinkedList<Step> _done = [];
    private readonly Stack<Step> _undone = new();

    public PolicySheet(PolicyDocument document) => Document = DocumentEdits.Squared(document);

    public PolicyDocument Document { get; private set; }

    /// <summary>Grows with every change of the document, also with those that take one back.</summary>
    public int Revision { get; private set; }

    public SheetBlock Selection { get; private set; }

    public SheetCell Active => Selection.Active;

    public SheetColumn ActiveColumn => SheetColumn.At(Document, Active.Column);

    public int Columns => SheetColumn.CountOf(Document);

    public int Rows => Document.Rules.Count;

    /// <summary>What undoing would take back, such as <c>paste</c>; null when there is nothing.</summary>
    public string? Undoes => _done.Last?.Value.What;

    public string? Redoes => _undone.TryPeek(out var step) ? step.What : null;

    /// <summary>The active cell's text; empty in the head.</summary>
    public string ActiveText => Active.Row is >= 0 && Active.Row < Rows ? CellText.Read(Document.Rules[Active.Row], ActiveColumn) : "";

    public void Undo()
    {
        if (_done.Last is { } last)
        {
            _done.RemoveLast();
            _undone.Push(last.Value with { Document = Document, Selection = Selection });
            Restore(last.Value);
        }
    }

    public void Redo()
    {
        if (_undone.TryPop(out var step))
        {
            _done.AddLast(step with { Document = Document, Selection = Selection });
            Restore(step);
        }
    }

    /// <summary>Puts a whole document in the place of this one, as one edit.</summary>
    public void Replace(PolicyDocument document, string what) => Apply(DocumentEdits.Squared(document), what, Selection);

    /// <summary>Puts a document in place that somebody else made, with no way back to what was there.</summary>
    public void Load(PolicyDocument document)
    {
        _done.Clear();
        _undone.Clear();
        Document = DocumentEdits.Squared(document);
        Revision++;
        Select(Selection);
    }

    /// <summary>Moves the active cell; with <paramref name="extend"/> what is selected grows or shrinks instead.</summary>
    public void Move(int rows, int columns, bool extend = false) => Go(new SheetCell(Active.Row + rows, Active.Column + columns), extend);

    public void Go(SheetCell to, bool extend = false)
    {
        var least = extend && Rows > 0 ? 0 : SheetCell.Head;
        var cell = new SheetCell(Math.Clamp(to.Row, least, Math.Max(Rows - 1, least)), Math.Clamp(to.Column, 0, Columns - 1));
        Selection = extend && Selection.Anchor.Row != SheetCell.Head ? Selection with { Active = cell } : new SheetBlock(cell, cell);
    }

    /// <summary>The next cell as Tab goes through them, row by row; false at the end, where Tab leaves the sheet.</summary>
    public bool TryStep(int step)
    {
        var at = ((Active.Row + 1) * Columns) + Active.Column + step;
        if (at < 0 || at >= (Rows + 1) * Columns)
        {
            return false;
        }

        Go(new SheetCell((at / Columns) - 1, at % Columns));
        return true;
    }

    public void SelectAll() => Selection = Rows == 0 ? Selection : new SheetBlock(new SheetCell(0, 0), new SheetCell(Rows - 1, Columns - 1));

    private void Select(SheetBlock block)
    {
        Go(block.Anchor);
        if (!block.IsSingle)
        {
            Go(block.Active, extend: true);
        }
    }

    private void Apply(PolicyDocument document, string what, SheetBlock select)
    {
        _done.AddLast(new Step(Document, Selection, what));
        if (_done.Count > MostSteps)
        {
            _done.RemoveFirst();
        }

        _undone.Clear();
        Document = document;
        Revision++;
        Select(select);
    }

    private void Restore(Step step)
    {
        Document = step.Document;
        Revision++;
        Select(step.Selection);
    }

    private sealed record Step(PolicyDocument Document, SheetBlock Selection, string What);
}

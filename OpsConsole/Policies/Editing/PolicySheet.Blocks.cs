using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>Edits of blocks: what spreadsheets call clear, copy, cut and paste.</summary>
public sealed partial class PolicySheet
{
    /// <summary>Empties what is selected: a test becomes <c>-</c>. Names of rows stay, because a row is known by its name.</summary>
    public string? Clear()
    {
        if (Selection.Top < 0 || Rows == 0)
        {
            return null;
        }

        var kept = Selection;
        return Fill((_, column) => column.Kind == SheetColumnKind.Id ? null : CellText.Empty(column), kept, kept.IsSingle ? "clearing" : "clearing a block");
    }

    /// <summary>What is selected, for the clipboard; the text of the head alone when that is active.</summary>
    public string Copy() => Selection.Top < 0
        ? ActiveColumn.Heading(Document)
        : TabText.Write(Document.Rules.Skip(Selection.Top).Take(Selection.Rows)
            .Select(rule => Enumerable.Range(Selection.Left, Selection.Columns).Select(column => CellText.Read(rule, SheetColumn.At(Document, column)))));

    public string Cut()
    {
        var text = Copy();
        Clear();
        return text;
    }

    /// <summary>
    /// Writes cells of a spreadsheet from the selection's first cell on, adding rows as needed. A first line that repeats the heads is left out;
    /// one cell fills all that is selected. What is wider than the sheet, or cannot be held, is refused as a whole.
    /// </summary>
    public PasteAnswer Paste(string text)
    {
        var (top, left) = (Math.Max(0, Selection.Top), Selection.Left);
        var cells = WithoutHeads(TabText.Read(text), left);
        var width = cells.Count == 0 ? 0 : cells.Max(row => row.Count);
        if (width > Columns - left)
        {
            return PasteAnswer.No($"The copied block is {width} columns wide, and from here only {Columns - left} remain. Add inputs, or begin further left.");
        }

        if (top + cells.Count > MostRules)
        {
            return PasteAnswer.No($"With these rows the table would pass {MostRules:N0} rules.");
        }

        if (cells is [[var single]] && !Selection.IsSingle && Selection.Top >= 0)
        {
            var block = Selection;
            return Fill((_, _) => single, block, "paste") is { } no ? PasteAnswer.No(no) : new PasteAnswer(true, "Pasted into all that was selected.");
        }

        return Write(cells, top, left, width);
    }

    private PasteAnswer Write(IReadOnlyList<IReadOnlyList<string>> cells, int top, int left, int width)
    {
        var missing = Math.Max(0, top + cells.Count - Rows);
        var rules = Document.Rules.Concat(DocumentEdits.NextIds(Document.Rules).Take(missing).Select(id => DocumentEdits.NewRule(Document, id))).ToList();
        for (var row = 0; row < cells.Count; row++)
        {
            for (var column = 0; column < cells[row].Count; column++)
            {
                var at = SheetColumn.At(Document, left + column);
                if (at.Kind == SheetColumnKind.Id && cells[row][column].Trim().Length == 0)
                {
                    continue;
                }

                if (CellText.Write(rules[top + row], at, cells[row][column], out var fault) is not { } changed)
                {
                    return PasteAnswer.No($"Line {row + 1}, {at.Heading(Document)}: {fault} Nothing was pasted.");
                }

                rules[top + row] = changed;
            }
        }

        Apply(Document with { Rules = rules }, "paste", new SheetBlock(new SheetCell(top, left), new SheetCell(top + cells.Count - 1, left + width - 1)));
        return new PasteAnswer(true, missing > 0 ? $"Pasted {cells.Count} rows, {missing} of them new." : $"Pasted {cells.Count} {(cells.Count == 1 ? "row" : "rows")}.");
    }

    private IReadOnlyList<IReadOnlyList<string>> WithoutHeads(IReadOnlyList<IReadOnlyList<string>> cells, int left) =>
        cells.Count > 1 && cells[0].Count <= Columns - left && cells[0].Select((text, column) => SheetColumn.At(Document, left + column).Heading(Document).Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).All(same => same)
            ? [.. cells.Skip(1)]
            : cells;

    private string? Fill(Func<DocumentRule, SheetColumn, string?> text, SheetBlock block, string what)
    {
        var rules = Document.Rules.ToArray();
        for (var row = block.Top; row <= block.Bottom; row++)
        {
            for (var index = block.Left; index <= block.Right; index++)
            {
                var column = SheetColumn.At(Document, index);
                if (text(rules[row], column) is not { } written)
                {
                    continue;
                }

                if (CellText.Write(rules[row], column, written, out var fault) is not { } changed)
                {
                    return fault;
                }

                rules[row] = changed;
            }
        }

        Apply(Document with { Rules = rules }, what, block);
        return null;
    }
}

using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Policies.Editing;

/// <summary>Edits of cells, rows and columns.</summary>
public sealed partial class PolicySheet
{
    /// <summary>Writes into one cell.</summary>
    public string? Set(SheetCell cell, string text)
    {
        if (cell.Row < 0 || cell.Row >= Rows)
        {
            return "There is no such row any more.";
        }

        var column = SheetColumn.At(Document, cell.Column);
        var rule = Document.Rules[cell.Row];
        if (CellText.Write(rule, column, text, out var fault) is not { } changed)
        {
            return fault;
        }

        if (CellText.Read(changed, column) != CellText.Read(rule, column))
        {
            Apply(DocumentEdits.WithRule(Document, cell.Row, changed), $"{rule.Id} {column.Heading(Document)}", Selection);
        }

        return null;
    }

    /// <summary>Writes all of a row but its cells.</summary>
    public void SetRule(int row, DocumentRule rule) => Apply(DocumentEdits.WithRule(Document, row, rule), rule.Id, Selection);

    /// <summary>Puts <paramref name="rules"/> before a row; null when they fit.</summary>
    public string? Insert(int row, params IReadOnlyList<DocumentRule> rules)
    {
        if (Rows + rules.Count > MostRules)
        {
            return $"A policy holds at most {MostRules:N0} rules.";
        }

        var at = Math.Clamp(row, 0, Rows);
        var changed = Document with { Rules = [.. Document.Rules.Take(at), .. rules, .. Document.Rules.Skip(at)] };
        Apply(changed, rules.Count == 1 ? $"new rule {rules[0].Id}" : $"{rules.Count} new rules", SheetBlock.At(at, Math.Min(1, Columns - 1)));
        return null;
    }

    /// <summary>A new row after the active one.</summary>
    public string? InsertRule() => Insert(Active.Row + 1, [DocumentEdits.NewRule(Document, DocumentEdits.NextId(Document.Rules))]);

    /// <summary>Takes the selected rows out.</summary>
    public void RemoveRules()
    {
        if (Selection.Top >= 0 && Rows > 0)
        {
            var what = Selection.Rows == 1 ? $"removal of {Document.Rules[Selection.Top].Id}" : $"removal of {Selection.Rows} rules";
            Apply(DocumentEdits.Remove(Document, Selection.Top, Selection.Rows), what, SheetBlock.At(Selection.Top, Active.Column));
        }
    }

    public void RemoveRule(int row)
    {
        Go(new SheetCell(row, Active.Column));
        RemoveRules();
    }

    /// <summary>Moves the selected rows up or down by one; at the edge nothing happens.</summary>
    public void MoveRules(int step) => MoveRules(Selection.Top, Selection.Rows, Selection.Top + step);

    /// <summary>Moves <paramref name="count"/> rows so that the first of them stands at <paramref name="to"/>.</summary>
    public void MoveRules(int first, int count, int to)
    {
        if (first < 0 || first + count > Rows || to < 0 || to + count > Rows || to == first)
        {
            return;
        }

        var select = new SheetBlock(new SheetCell(to, Selection.Anchor.Column), new SheetCell(to + count - 1, Active.Column));
        Apply(DocumentEdits.Move(Document, first, count, to), $"move of {Document.Rules[first].Id}", select);
    }

    public void InsertInput(int at, DocumentInput input) =>
        Apply(DocumentEdits.InsertInput(Document, Math.Clamp(at, 0, Document.Inputs.Count), input), $"new input {input.Name}", SheetBlock.At(Math.Min(0, Rows - 1), at + 1));

    public void SetInput(int at, DocumentInput input)
    {
        var inputs = Document.Inputs.ToArray();
        inputs[at] = input;
        Apply(Document with { Inputs = inputs }, $"input {input.Name}", Selection);
    }

    public void RemoveInput(int at) => Apply(DocumentEdits.RemoveInput(Document, at), $"removal of {Document.Inputs[at].Name}", SheetBlock.At(Active.Row, at + 1));

    public void MoveInput(int from, int to)
    {
        if (to >= 0 && to < Document.Inputs.Count && to != from)
        {
            Apply(DocumentEdits.MoveInput(Document, from, to), $"move of {Document.Inputs[from].Name}", SheetBlock.At(Active.Row, to + 1));
        }
    }
}

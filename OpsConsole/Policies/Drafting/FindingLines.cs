using OpsConsole.Controls;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Checking;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Policies.Drafting;

/// <summary>Faults, failing tests and findings of a draft as lines with what can be done about each, the worst first.</summary>
/// <param name="accepted">Sentences of findings that the author has said are meant.</param>
public sealed class FindingLines(PolicySheet sheet, JudgedDraft judged, CheckedDraft? found, HashSet<string> accepted, IReadOnlyList<PolicyTestResult>? results)
{
    /// <param name="go">Goes to a cell.</param>
    /// <param name="changed">The sheet was changed.</param>
    /// <param name="show">Something is to be shown anew.</param>
    public IReadOnlyList<FindingLine> All(Func<SheetCell, Task> go, Func<Task> changed, Action show) =>
    [
        .. judged.Faults.Select(fault => OfFault(fault, go)),
        .. (results ?? []).Where(result => !result.Passes).Select(result => new FindingLine(Tone.Bad, "failed", $"Test {result.Test.Name}", result.Problem!, null, null)),
        .. (found?.Findings ?? []).Where(finding => !accepted.Contains(finding.Sentence)).OrderBy(finding => Weight(finding.Kind)).Select(finding => OfFinding(finding, go, changed, show)),
    ];

    /// <summary>The same for somebody who only reads.</summary>
    public IReadOnlyList<FindingLine> Read(Func<SheetCell, Task> go) =>
        [.. All(go, () => Task.CompletedTask, () => { }).Select(line => line.Does == "Go" ? line : line with { Does = null, DoAsync = null })];

    private static int Weight(FindingKind kind) => kind switch
    {
        FindingKind.Contradiction => 0,
        FindingKind.Gap => 1,
        FindingKind.Unreachable => 2,
        FindingKind.Duplicate => 3,
        FindingKind.Overlap => 4,
        FindingKind.UnusedInput => 5,
        FindingKind.Incomplete => 6,
    };

    private FindingLine OfFault(PolicyFault fault, Func<SheetCell, Task> go)
    {
        var where = PolicyFaultText.Where(sheet.Document, fault.Place);
        var head = char.ToUpperInvariant(where[0]) + where[1..];
        var at = fault.Position is { } position ? $" (at {position})" : "";
        return CellOf(fault.Place) is { } cell
            ? new FindingLine(Tone.Bad, "failed", head, fault.Message + at, "Go", () => go(cell))
            : new FindingLine(Tone.Bad, "failed", head, fault.Message + at, null, null);
    }

    private SheetCell? CellOf(PolicyPlace place) => place switch
    {
        PolicyPlace.Cell cell => new SheetCell(cell.Row, cell.Column + 1),
        PolicyPlace.Input input => new SheetCell(SheetCell.Head, input.Column + 1),
        PolicyPlace.Rule rule => new SheetCell(rule.Row, Enumerable.Range(0, sheet.Columns).First(column => SheetColumn.At(sheet.Document, column) is var found && (found.Holds(rule.Field) || column == sheet.Columns - 1))),
        _ => null,
    };

    private FindingLine OfFinding(TableFinding finding, Func<SheetCell, Task> go, Func<Task> changed, Action show)
    {
        var rows = finding.Rows.Select(judged.RowOf).ToList();
        Func<Task>? look = rows.Count > 0 ? () => go(new SheetCell(rows[0], finding.Columns.Count > 0 ? finding.Columns[0] + 1 : 1)) : null;
        var (tone, glyph, head) = Look(finding.Kind);
        var (does, act) = finding.Kind switch
        {
            FindingKind.Gap when finding.Example is { } example => ("Add rule", (Func<Task>)(() => AddAsync(example, go, changed))),
            FindingKind.Unreachable or FindingKind.Duplicate when rows.Count > 0 => ("Remove", () => RemoveAsync(rows[0], changed)),
            FindingKind.UnusedInput when finding.Columns.Count > 0 => ("Remove", () => RemoveInputAsync(finding.Columns[0], changed)),
            FindingKind.Overlap => ("Accept", () => AcceptAsync(finding, show)),
            _ when rows.Count > 0 => ("Go", look!),
            _ => ((string?)null, (Func<Task>?)null),
        };
        return new FindingLine(tone, glyph, head, finding.Sentence, does, act, look);
    }

    private static (Tone Tone, string Glyph, string Head) Look(FindingKind kind) => kind switch
    {
        FindingKind.Gap => (Tone.Warn, "half", "Gap"),
        FindingKind.Overlap => (Tone.Warn, "contradicted", "Overlap"),
        FindingKind.Contradiction => (Tone.Bad, "contradicted", "Contradiction"),
        FindingKind.Unreachable => (Tone.Quiet, "none", "Unreachable"),
        FindingKind.Duplicate => (Tone.Quiet, "none", "Duplicate"),
        FindingKind.UnusedInput => (Tone.Quiet, "idle", "Unused input"),
        FindingKind.Incomplete => (Tone.Quiet, "unknown", "Not wholly looked at"),
    };

    private async Task AddAsync(IReadOnlyDictionary<string, string> example, Func<SheetCell, Task> go, Func<Task> changed)
    {
        if (sheet.Insert(sheet.Rows, [GapRegion.RowFor(sheet.Document, example)]) is null)
        {
            await changed();
            await go(new SheetCell(sheet.Rows - 1, 1));
        }
    }

    private Task RemoveAsync(int row, Func<Task> changed)
    {
        sheet.RemoveRule(row);
        return changed();
    }

    private Task RemoveInputAsync(int column, Func<Task> changed)
    {
        sheet.RemoveInput(column);
        return changed();
    }

    private Task AcceptAsync(TableFinding finding, Action show)
    {
        accepted.Add(finding.Sentence);
        show();
        return Task.CompletedTask;
    }
}

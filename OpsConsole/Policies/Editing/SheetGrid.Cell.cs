using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Policies.Editing;

/// <summary>The cell that is being edited, with what is wrong with it and what it could say.</summary>
public sealed partial class SheetGrid
{
    /// <summary>A text longer than this is cut off in some column.</summary>
    private const int LongerThanAColumn = 24;

    private IReadOnlyList<CellSuggestion> _suggestions = [];
    private CellEdit? _edit;
    private string? _fault;
    private int _picked = -1;

    private string? LongText => _edit is null && Sheet.Active.Row >= 0 && Sheet.ActiveText.Length > LongerThanAColumn ? Sheet.ActiveText : null;

    /// <summary>Enter, F2 or a double press: a cell is edited with its text; a head and a row's name open the whole.</summary>
    private async Task OpenActiveAsync(bool renames)
    {
        var column = Sheet.ActiveColumn;
        if (Sheet.Active.Row == SheetCell.Head)
        {
            await (column.Kind == SheetColumnKind.Input ? OnOpenInput.InvokeAsync(column.Input) : Task.CompletedTask);
        }
        else if (column.Kind == SheetColumnKind.Id && !renames)
        {
            await OnOpenRule.InvokeAsync(Sheet.Active.Row);
        }
        else if (!ReadOnly)
        {
            Begin(Sheet.ActiveText);
            await SetEditorAsync(Sheet.ActiveText);
        }
    }

    private void Begin(string text)
    {
        _edit = new CellEdit(Sheet.Active, text);
        ShowCell();
    }

    private void Type(ChangeEventArgs typed)
    {
        var text = typed.Value as string ?? "";
        _edit = _edit is null ? new CellEdit(Sheet.Active, text) : _edit with { Text = text };
        ShowCell();
    }

    private async Task PressInEditorAsync(KeyboardEventArgs press)
    {
        switch (press.Key)
        {
            case "Escape":
                _edit = null;
                ShowCell();
                break;
            case "ArrowDown" or "ArrowUp" when _suggestions.Count > 0:
                var step = press.Key == "ArrowDown" ? 1 : -1;
                _picked = _picked < 0 && step < 0 ? _suggestions.Count - 1 : Math.Clamp(_picked + step, -1, _suggestions.Count - 1);
                break;
            case "Enter" or "Tab" when _picked >= 0:
                await PickAsync(_picked);
                break;
            case "Enter" or "ArrowDown" or "ArrowUp" or "Tab":
                await CommitAsync();
                var back = press.ShiftKey || press.Key == "ArrowUp" ? -1 : 1;
                if (press.Key == "Tab")
                {
                    Sheet.TryStep(back);
                }
                else
                {
                    Sheet.Move(back, 0);
                }

                ShowMoved();
                break;
        }
    }

    private Task LeaveEditorAsync() => CommitAsync();

    /// <summary>Takes a suggestion: into the cell that is being edited, or, as a repair, straight into the active one.</summary>
    private async Task PickAsync(int index)
    {
        if (index >= _suggestions.Count)
        {
            return;
        }

        var text = _suggestions[index].Text;
        if (_edit is null)
        {
            Begin(text);
            await CommitAsync();
        }
        else
        {
            _edit = _edit with { Text = text };
            ShowCell();
            await SetEditorAsync(text);
        }
    }

    private async Task CommitAsync()
    {
        if (_edit is not { } edit)
        {
            return;
        }

        _edit = null;
        var refusal = Sheet.Set(edit.Cell, edit.Text);
        await ChangedAsync();
        Say(refusal, isFault: true);
    }

    /// <summary>What stands below the active cell: its fault with what was probably meant, or what it could say while it is typed.</summary>
    private void ShowCell()
    {
        _picked = -1;
        var column = Sheet.ActiveColumn;
        var isTest = column.Kind == SheetColumnKind.Input && Sheet.Active.Row >= 0;
        var text = _edit?.Text ?? Sheet.ActiveText;
        if (_edit is null)
        {
            _fault = Marks.FaultsAt(Sheet.Active, column).FirstOrDefault()?.Message;
            _suggestions = _fault is not null && isTest && !ReadOnly ? CellRepair.Of(text) : [];
            return;
        }

        _fault = null;
        if (!isTest)
        {
            _suggestions = CellCompletion.OfOutput(Document, column, text);
            return;
        }

        var repairs = text.Length == 0 || UnaryTests.TryCompile(text, out _, out _) ? [] : CellRepair.Of(text);
        var completions = CellCompletion.OfTest(Document, column.Input, text, Words);
        // Inside a text its completions are likelier meant than its end.
        var isInText = text.Count(letter => letter == '"') % 2 == 1;
        _suggestions = [.. (isInText ? completions.Concat(repairs) : repairs.Concat(completions)).DistinctBy(found => found.Text).Take(8)];
    }

    private ValueTask SetEditorAsync(string text) => _sheet.CallAsync("edit", text);

    /// <summary>Tells a screen reader what came of the last act; a fault stands at the cell as well until the next one.</summary>
    private void Say(string? said, bool isFault)
    {
        _said = said ?? "";
        _fault = isFault && said is not null ? said : _fault;
    }

    private sealed record CellEdit(SheetCell Cell, string Text);
}

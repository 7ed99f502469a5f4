using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace OpsConsole.Policies.Editing;

/// <summary>Keys, pointer and clipboard of the grid.</summary>
public sealed partial class SheetGrid
{
    private const int Page = 20;
    private bool _isLeaving;

    /// <summary>A press on a cell; with <paramref name="extend"/> what is selected reaches to it.</summary>
    [JSInvokable]
    public void Point(int row, int column, bool extend)
    {
        Sheet.Go(new SheetCell(row, column), extend);
        ShowMoved();
        StateHasChanged();
    }

    /// <summary>A double press on a cell.</summary>
    [JSInvokable]
    public async Task OpenAsync(int row, int column)
    {
        Sheet.Go(new SheetCell(row, column));
        await OpenActiveAsync(renames: false);
        StateHasChanged();
    }

    /// <summary>Scrolled so that <paramref name="row"/> is the first in sight.</summary>
    [JSInvokable]
    public void Scrolled(int row)
    {
        _firstInSight = row;
        Measure();
        StateHasChanged();
    }

    /// <summary>A row was dragged before row <paramref name="to"/>; when it is one of several selected, all of them go.</summary>
    [JSInvokable]
    public async Task DropAsync(int from, int to)
    {
        if (ReadOnly)
        {
            return;
        }

        var (first, count) = Sheet.Selection.HoldsRow(from) && Sheet.Selection.Top >= 0 ? (Sheet.Selection.Top, Sheet.Selection.Rows) : (from, 1);
        Sheet.MoveRules(first, count, to > first ? Math.Max(first, to - count) : to);
        await ChangedAsync();
        StateHasChanged();
    }

    [JSInvokable]
    public string Copy() => Sheet.Copy();

    [JSInvokable]
    public async Task<string> CutAsync()
    {
        var text = ReadOnly ? Sheet.Copy() : Sheet.Cut();
        await ChangedAsync();
        StateHasChanged();
        return text;
    }

    [JSInvokable]
    public async Task PasteAsync(string text)
    {
        if (!ReadOnly)
        {
            var answer = Sheet.Paste(text);
            await ChangedAsync();
            Say(answer.Said, isFault: !answer.IsDone);
            StateHasChanged();
        }
    }

    private async Task PressAsync(KeyboardEventArgs press)
    {
        var (wasLeaving, _) = (_isLeaving, _isLeaving = press.Key == "Escape" || (_isLeaving && press.Key == "Shift"));
        var ctrl = press.CtrlKey || press.MetaKey;
        if (press.Key == "Tab")
        {
            if (!wasLeaving && Sheet.TryStep(press.ShiftKey ? -1 : 1))
            {
                ShowMoved();
            }
        }
        else if (Goes(press, ctrl))
        {
            ShowMoved();
        }
        else if (press.Key is "F2" || (press.Key == "Enter" && !ctrl))
        {
            await OpenActiveAsync(renames: press.Key == "F2");
        }
        else if (!ReadOnly && Edits(press, ctrl, out var refusal))
        {
            await ChangedAsync();
            Say(refusal, isFault: true);
        }
    }

    private bool Goes(KeyboardEventArgs press, bool ctrl)
    {
        var (rows, columns) = (press.Key, press.AltKey) switch
        {
            ("ArrowUp", false) => (-1, 0),
            ("ArrowDown", false) => (1, 0),
            ("ArrowLeft", false) => (0, -1),
            ("ArrowRight", false) => (0, 1),
            ("PageUp", _) => (-Page, 0),
            ("PageDown", _) => (Page, 0),
            ("Home", _) => (ctrl ? -Sheet.Active.Row : 0, -Sheet.Columns),
            ("End", _) => (ctrl ? Sheet.Rows : 0, Sheet.Columns),
            _ => (0, 0),
        };
        if (ctrl && press.Key == "a")
        {
            Sheet.SelectAll();
            return true;
        }

        // With Ctrl an arrow goes to the edge.
        var far = ctrl && press.Key.StartsWith("Arrow", StringComparison.Ordinal) ? Math.Max(Sheet.Rows, Sheet.Columns) : 1;
        if (far > 1 && rows < 0)
        {
            rows = Sheet.Active.Row > 0 ? -Sheet.Active.Row : -1;
            far = 1;
        }

        Sheet.Move(rows * far, columns * far, press.ShiftKey);
        return (rows, columns) != (0, 0);
    }

    private bool Edits(KeyboardEventArgs press, bool ctrl, out string? refusal)
    {
        refusal = null;
        switch (press.Key)
        {
            case "ArrowUp" or "ArrowDown" when press.AltKey:
                Sheet.MoveRules(press.Key == "ArrowUp" ? -1 : 1);
                return true;
            case "ArrowLeft" or "ArrowRight" when press.AltKey && Sheet.ActiveColumn.Kind == SheetColumnKind.Input:
                Sheet.MoveInput(Sheet.ActiveColumn.Input, Sheet.ActiveColumn.Input + (press.Key == "ArrowLeft" ? -1 : 1));
                return true;
            case "Delete" or "Backspace" when ctrl:
                Sheet.RemoveRules();
                return true;
            case "Delete" or "Backspace":
                refusal = Sheet.Clear();
                return true;
            case "Enter" when ctrl:
                refusal = Sheet.InsertRule();
                return true;
            case "z" or "Z" when ctrl && !press.ShiftKey:
                Sheet.Undo();
                return true;
            case "y" or "z" or "Z" when ctrl:
                Sheet.Redo();
                return true;
            default:
                return false;
        }
    }
}

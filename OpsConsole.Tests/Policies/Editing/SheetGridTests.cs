using Bunit;
using Microsoft.AspNetCore.Components.Web;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Tests.Policies.Editing;

public sealed class SheetGridTests : IDisposable
{
    private readonly BunitContext _context = new();
    private readonly PolicySheet _sheet = new(SheetTexts.Refunds);
    private int _changes;
    private int? _opened;

    public SheetGridTests() => _context.JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Render_ASheet_IsAGridThatNamesItsSizeAndItsActiveCell()
    {
        var grid = Render().Find("[role=grid]");
        Assert.Equal(("4", "7"), (grid.GetAttribute("aria-rowcount"), grid.GetAttribute("aria-colcount")));
        var active = Render().Find(".is-active");
        Assert.Equal("R1", active.TextContent.Trim());
    }

    [Fact]
    public void Press_Arrows_MovesTheActiveCellAndShiftSelects()
    {
        var grid = Render();
        Press(grid, "ArrowRight", "ArrowDown");
        Assert.Equal("(25..100]", grid.Find(".is-active").TextContent);
        grid.Find("[role=grid]").KeyDown(new KeyboardEventArgs { Key = "ArrowDown", ShiftKey = true });
        Assert.Equal(2, grid.FindAll("td[aria-selected=true]").Count);
        Assert.Equal(grid.Find("[role=grid]").GetAttribute("aria-activedescendant"), grid.Find(".is-active").Id);
    }

    [Fact]
    public void Type_IntoACell_ReplacesItWhenEnterIsPressed()
    {
        var grid = Render();
        Press(grid, "ArrowRight");
        var editor = grid.Find("[data-editor]");
        editor.Input("<= 30");
        editor.KeyDown("Enter");
        Assert.Equal("<= 30", _sheet.Document.Rules[0].Cells[0]);
        Assert.Equal(1, _sheet.Active.Row);
        Assert.Equal(1, _changes);
    }

    [Fact]
    public void Type_AndEscape_ChangesNothing()
    {
        var grid = Render();
        Press(grid, "ArrowRight");
        grid.Find("[data-editor]").Input("nonsense");
        grid.Find("[data-editor]").KeyDown("Escape");
        grid.Find("[data-editor]").Blur();
        Assert.Same(SheetTexts.Refunds, _sheet.Document);
    }

    [Fact]
    public void Type_AndLeave_KeepsWhatWasTyped()
    {
        var grid = Render();
        Press(grid, "ArrowRight");
        grid.Find("[data-editor]").Input("> 1");
        grid.Find("[data-editor]").Blur();
        Assert.Equal("> 1", _sheet.Document.Rules[0].Cells[0]);
    }

    [Fact]
    public void Type_AValueOfTheColumn_IsOfferedAndTakenByKey()
    {
        var grid = Render();
        Press(grid, "ArrowRight", "ArrowRight");
        grid.Find("[data-editor]").Input("\"da");
        Assert.Equal("\"damaged\"", grid.Find("[role=option] .mono").TextContent);
        grid.Find("[data-editor]").KeyDown("ArrowDown");
        Assert.Equal(grid.Find("[role=option]").Id, grid.Find("[data-editor]").GetAttribute("aria-activedescendant"));
        grid.Find("[data-editor]").KeyDown("Enter");
        grid.Find("[data-editor]").KeyDown("Enter");
        Assert.Equal("\"damaged\"", _sheet.Document.Rules[0].Cells[1]);
    }

    [Fact]
    public void Render_WithAFaultAtTheActiveCell_SaysItWithWhatWasMeant()
    {
        _sheet.Go(new SheetCell(0, 1));
        _sheet.Set(_sheet.Active, "(25..100");
        var marks = new SheetMarks([new PolicyFault(new PolicyPlace.Cell(0, 0), "The range is not closed.", 9)], null, new HashSet<string>(), new HashSet<int>());
        var grid = Render(marks);
        Assert.Equal("true", grid.Find(".is-active").GetAttribute("aria-invalid"));
        Assert.Contains("The range is not closed.", grid.Find(".celltip__fault").TextContent, StringComparison.Ordinal);
        grid.FindAll("[role=option]")[0].Click();
        Assert.Equal("(25..100]", _sheet.Document.Rules[0].Cells[0]);
    }

    [Fact]
    public void Press_KeysOfEdits_DoWhatSpreadsheetsDo()
    {
        var grid = Render();
        Press(grid, "ArrowRight", "Delete");
        Assert.Equal("-", _sheet.Document.Rules[0].Cells[0]);
        grid.Find("[role=grid]").KeyDown(new KeyboardEventArgs { Key = "z", CtrlKey = true });
        Assert.Equal("<= 25", _sheet.Document.Rules[0].Cells[0]);
        grid.Find("[role=grid]").KeyDown(new KeyboardEventArgs { Key = "ArrowDown", AltKey = true });
        Assert.Equal(["R2", "R1", "R3"], _sheet.Document.Rules.Select(rule => rule.Id));
        grid.Find("[role=grid]").KeyDown(new KeyboardEventArgs { Key = "Enter", CtrlKey = true });
        Assert.Equal(4, _sheet.Rows);
        grid.Find("[role=grid]").KeyDown(new KeyboardEventArgs { Key = "Delete", CtrlKey = true });
        Assert.Equal(3, _sheet.Rows);
    }

    [Fact]
    public void Press_WhenItIsReadOnly_ChangesNothing()
    {
        var grid = Render(readOnly: true);
        Press(grid, "ArrowRight", "Delete");
        grid.Find("[role=grid]").KeyDown(new KeyboardEventArgs { Key = "ArrowDown", AltKey = true });
        Assert.Same(SheetTexts.Refunds, _sheet.Document);
    }

    [Fact]
    public void Press_EnterOnARulesName_OpensTheWholeRow()
    {
        var grid = Render();
        Press(grid, "ArrowDown", "Enter");
        Assert.Equal(1, _opened);
    }

    [Fact]
    public void Press_TabAfterEscape_LeavesTheSheetWhereItIs()
    {
        var grid = Render();
        Press(grid, "Escape", "Tab");
        Assert.Equal(new SheetCell(0, 0), _sheet.Active);
        Press(grid, "Tab");
        Assert.Equal(new SheetCell(0, 1), _sheet.Active);
    }

    [Fact]
    public async Task Paste_WhatDoesNotFit_SaysSo()
    {
        _sheet.Go(new SheetCell(0, 6));
        var grid = Render();
        await grid.InvokeAsync(() => grid.Instance.PasteAsync("a\tb"));
        Assert.Contains("from here only 1 remain", grid.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("from here only 1 remain", grid.Find(".celltip__fault").TextContent, StringComparison.Ordinal);
        Assert.Same(SheetTexts.Refunds, _sheet.Document);
    }

    [Fact]
    public void Render_AThousandRules_HoldsOnlyThoseInSight()
    {
        _sheet.Replace(SheetTexts.Refunds with { Rules = [.. Enumerable.Range(1, 1000).Select(number => SheetTexts.Rule($"R{number}", [$"> {number}", "-"], "allow", ""))] }, "many");
        var grid = Render();
        Assert.InRange(grid.FindAll("tr[data-index]").Count, 20, 100);
        grid.Find("[role=grid]").KeyDown(new KeyboardEventArgs { Key = "End", CtrlKey = true });
        Assert.Equal("R1000", grid.Find("tr[data-index='999'] th").TextContent.Trim());
        Assert.NotNull(grid.Find(".is-active"));
    }

    public void Dispose() => _context.Dispose();

    private static void Press(IRenderedComponent<SheetGrid> grid, params string[] keys)
    {
        foreach (var key in keys)
        {
            grid.Find("[role=grid]").KeyDown(key);
        }
    }

    private IRenderedComponent<SheetGrid> Render(SheetMarks? marks = null, bool readOnly = false) => _context.Render<SheetGrid>(parameters => parameters
        .Add(grid => grid.Sheet, _sheet).Add(grid => grid.Marks, marks ?? SheetMarks.None).Add(grid => grid.ReadOnly, readOnly)
        .Add(grid => grid.OnChanged, () => _changes++).Add(grid => grid.OnOpenRule, row => _opened = row));
}

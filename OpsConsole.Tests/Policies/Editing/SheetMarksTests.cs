using OpsConsole.Core.Policies.Documents;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Tests.Policies.Editing;

public sealed class SheetMarksTests
{
    private static readonly PolicyDocument Before = SheetTexts.Refunds;

    [Fact]
    public void MarkOf_Rows_TellsNewChangedAndSame()
    {
        var now = DocumentEdits.Insert(DocumentEdits.WithRule(Before, 0, Before.Rules[0] with { Cells = ["<= 30", "-"] }), 3, DocumentEdits.NewRule(Before, "R9"));
        var marks = Marks();
        Assert.Equal([RowMark.Changed, RowMark.Same, RowMark.Same, RowMark.New], now.Rules.Select(rule => marks.MarkOf(rule, now)));
        Assert.Equal("<= 25", marks.Before(now.Rules[0], new SheetColumn(SheetColumnKind.Input, 0), now));
        Assert.Null(marks.Before(now.Rules[0], new SheetColumn(SheetColumnKind.Input, 1), now));
    }

    [Fact]
    public void MarkOf_ANewColumnThatAsksNothing_ChangesNoRow()
    {
        var now = DocumentEdits.InsertInput(Before, 0, new DocumentInput("photos", "1"));
        Assert.All(now.Rules, rule => Assert.Equal(RowMark.Same, Marks().MarkOf(rule, now)));
    }

    [Fact]
    public void MarkOf_AColumnTakenAway_ChangesTheRowsThatAsked()
    {
        var now = DocumentEdits.RemoveInput(Before, 1);
        Assert.Equal([RowMark.Same, RowMark.Changed, RowMark.Same], now.Rules.Select(rule => Marks().MarkOf(rule, now)));
    }

    [Fact]
    public void FaultsAt_EachPlace_IsTheCellThatShowsIt()
    {
        PolicyFault[] faults =
        [
            new(new PolicyPlace.Cell(1, 0), "cell"), new(new PolicyPlace.Rule(1, "approver"), "approver"), new(new PolicyPlace.Rule(1, "expires"), "expires"),
            new(new PolicyPlace.Input(1, "expression"), "input"), new(new PolicyPlace.Header("title"), "title"),
        ];
        var marks = new SheetMarks(faults, null, new HashSet<string>(), new HashSet<int>());
        Assert.Equal("cell", At(1, 1));
        Assert.Equal("approver", At(1, 3));
        Assert.Equal("expires", At(1, 4));
        Assert.Equal("input", At(SheetCell.Head, 2));
        Assert.Null(At(0, 1));

        string? At(int row, int column) => marks.FaultsAt(new SheetCell(row, column), SheetColumn.At(Before, column)).SingleOrDefault()?.Message;
    }

    [Theory]
    [InlineData(50, 0, 0, 50)]
    [InlineData(1000, 0, 0, 70)]
    [InlineData(1000, 500, 480, 550)]
    [InlineData(1000, 999, 930, 1000)]
    public void RowWindow_OfALongTable_HoldsWhatIsInSight(int rows, int first, int from, int end) => Assert.Equal(new RowWindow(from, end), RowWindow.Of(rows, first));

    private static SheetMarks Marks() => new([], Before, new HashSet<string>(), new HashSet<int>());
}

using OpsConsole.Core.Policies.Documents;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Tests.Policies.Editing;

public sealed class PolicySheetTests
{
    private const int Amount = 1;
    private const int Reason = 2;
    private const int Also = 4;
    private readonly PolicySheet _sheet = new(SheetTexts.Refunds);

    private IEnumerable<string> Ids => _sheet.Document.Rules.Select(rule => rule.Id);

    [Fact]
    public void Move_PastTheEdges_StaysInside()
    {
        _sheet.Go(new SheetCell(0, 0));
        _sheet.Move(-1, -1);
        Assert.Equal(new SheetCell(SheetCell.Head, 0), _sheet.Active);
        _sheet.Move(99, 99);
        Assert.Equal(new SheetCell(2, 6), _sheet.Active);
    }

    [Fact]
    public void Move_Extending_SelectsABlockWithoutTheHead()
    {
        At(1, Amount);
        _sheet.Move(1, 1, extend: true);
        _sheet.Move(-9, 0, extend: true);
        Assert.Equal((0, 1, Amount, Reason), (_sheet.Selection.Top, _sheet.Selection.Bottom, _sheet.Selection.Left, _sheet.Selection.Right));
    }

    [Fact]
    public void TryStep_AtTheLastCell_LeavesTheSheet()
    {
        At(0, 6);
        Assert.True(_sheet.TryStep(1));
        Assert.Equal(new SheetCell(1, 0), _sheet.Active);
        At(2, 6);
        Assert.False(_sheet.TryStep(1));
    }

    [Fact]
    public void Set_ACell_ChangesOnlyThatCellAndCanBeTakenBack()
    {
        var before = _sheet.Document;
        At(1, Amount);
        Assert.Null(_sheet.Set(_sheet.Active, "(25..200]"));
        Assert.Equal("(25..200]", _sheet.Document.Rules[1].Cells[0]);
        Assert.Same(before.Rules[0], _sheet.Document.Rules[0]);
        Assert.Equal("R2 amount", _sheet.Undoes);
        _sheet.Undo();
        Assert.Same(before, _sheet.Document);
        _sheet.Redo();
        Assert.Equal("(25..200]", _sheet.Document.Rules[1].Cells[0]);
    }

    [Fact]
    public void Set_TheSameText_IsNoEdit()
    {
        Assert.Null(_sheet.Set(new SheetCell(0, Amount), "<= 25 "));
        Assert.Null(_sheet.Undoes);
    }

    [Fact]
    public void Undo_AfterManyEditsOfEveryKind_LeadsBackToTheFirstDocumentAndForwardAgain()
    {
        var first = _sheet.Document;
        At(0, Amount);
        _sheet.Set(_sheet.Active, "<= 30");
        _sheet.InsertRule();
        _sheet.MoveRules(1);
        _sheet.InsertInput(1, new DocumentInput("photos", "count(parameters.photos)"));
        _sheet.MoveInput(1, 0);
        _sheet.SetInput(0, new DocumentInput("pictures", "1"));
        _sheet.RemoveInput(2);
        At(0, Amount);
        _sheet.Paste("a\tb\r\nc\td");
        _sheet.Clear();
        _sheet.RemoveRules();
        _sheet.Replace(_sheet.Document with { Title = "Other" }, "title");
        var last = _sheet.Document;
        for (var step = 0; step < 11; step++)
        {
            Assert.NotNull(_sheet.Undoes);
            _sheet.Undo();
        }

        Assert.Null(_sheet.Undoes);
        Assert.Same(first, _sheet.Document);
        while (_sheet.Redoes is not null)
        {
            _sheet.Redo();
        }

        Assert.Same(last, _sheet.Document);
    }

    [Fact]
    public void Undo_MoreThanIsKept_KeepsTheNewest()
    {
        for (var step = 0; step <= PolicySheet.MostSteps; step++)
        {
            _sheet.Set(new SheetCell(0, Amount), $"<= {step}");
        }

        while (_sheet.Undoes is not null)
        {
            _sheet.Undo();
        }

        Assert.Equal("<= 0", _sheet.Document.Rules[0].Cells[0]);
    }

    [Fact]
    public void MoveRules_ABlock_KeepsItSelectedAndItsOrder()
    {
        At(0, Amount);
        _sheet.Move(1, 0, extend: true);
        _sheet.MoveRules(1);
        Assert.Equal(["R3", "R1", "R2"], Ids);
        Assert.Equal((1, 2), (_sheet.Selection.Top, _sheet.Selection.Bottom));
        _sheet.MoveRules(1);
        Assert.Equal(["R3", "R1", "R2"], Ids);
    }

    [Fact]
    public void InsertRule_AfterTheActiveOne_HasAFreeNameAndAsksASupervisor()
    {
        At(0, Amount);
        Assert.Null(_sheet.InsertRule());
        Assert.Equal(["R1", "R4", "R2", "R3"], Ids);
        Assert.Equal("supervisor approves", CellText.Read(_sheet.Document.Rules[1], new SheetColumn(SheetColumnKind.Verdict)));
        Assert.Equal(["-", "-"], _sheet.Document.Rules[1].Cells);
        Assert.Equal(1, _sheet.Active.Row);
    }

    [Fact]
    public void InsertInput_InTheMiddle_GivesEachRowACellThere()
    {
        _sheet.InsertInput(1, new DocumentInput("days", "order.days"));
        Assert.Equal(["amount", "days", "reason"], _sheet.Document.Inputs.Select(input => input.Name));
        Assert.Equal(["(25..100]", "-", "\"damaged\""], _sheet.Document.Rules[1].Cells);
        _sheet.RemoveInput(1);
        Assert.Equal(["(25..100]", "\"damaged\""], _sheet.Document.Rules[1].Cells);
    }

    [Fact]
    public void Paste_MoreRowsThanThereAre_AddsRules()
    {
        At(2, Amount);
        var lines = string.Concat(Enumerable.Range(1, 40).Select(line => $"> {line}\t\"late\"\tagent approves\r\n"));
        var answer = _sheet.Paste(lines);
        Assert.Equal(new PasteAnswer(true, "Pasted 40 rows, 39 of them new."), answer);
        Assert.Equal(42, _sheet.Rows);
        Assert.Equal(("R42", "> 40", "agent"), (_sheet.Document.Rules[^1].Id, _sheet.Document.Rules[^1].Cells[0], _sheet.Document.Rules[^1].Approver));
        Assert.Equal((2, 41, Amount, 3), (_sheet.Selection.Top, _sheet.Selection.Bottom, _sheet.Selection.Left, _sheet.Selection.Right));
    }

    [Fact]
    public void Paste_WithTheHeadsOnTop_LeavesThemOut()
    {
        At(0, 0);
        _sheet.Paste("Rule\tamount\treason\nA1\t< 3\t-\nA2\t< 4\t-");
        Assert.Equal(["A1", "A2", "R3"], Ids);
    }

    [Fact]
    public void Paste_TooWide_SaysSoAndChangesNothing()
    {
        var before = _sheet.Document;
        At(0, 5);
        var answer = _sheet.Paste("a\tb\tc");
        Assert.False(answer.IsDone);
        Assert.StartsWith("The copied block is 3 columns wide, and from here only 2 remain.", answer.Said, StringComparison.Ordinal);
        Assert.Same(before, _sheet.Document);
    }

    [Fact]
    public void Paste_WithOneCellThatCannotBeHeld_NamesItAndChangesNothing()
    {
        var before = _sheet.Document;
        At(0, Also);
        var answer = _sheet.Paste("blind\nhurry");
        Assert.StartsWith("Line 2, Also: “hurry” is none of", answer.Said, StringComparison.Ordinal);
        Assert.Same(before, _sheet.Document);
    }

    [Fact]
    public void Paste_BeyondTheMostRules_SaysSo()
    {
        At(0, Amount);
        Assert.False(_sheet.Paste(string.Concat(Enumerable.Repeat("1\n", PolicySheet.MostRules + 1))).IsDone);
        Assert.Equal(3, _sheet.Rows);
    }

    [Fact]
    public void Paste_OneCellIntoABlock_FillsIt()
    {
        At(0, Reason);
        _sheet.Move(2, 0, extend: true);
        _sheet.Paste("\"late\"");
        Assert.All(_sheet.Document.Rules, rule => Assert.Equal("\"late\"", rule.Cells[1]));
    }

    [Fact]
    public void Copy_ABlockPastedElsewhere_IsTheSameBlock()
    {
        At(0, 0);
        _sheet.SelectAll();
        var copied = _sheet.Copy();
        var other = new PolicySheet(SheetTexts.Refunds with { Rules = [] });
        Assert.Equal("Pasted 3 rows, 3 of them new.", other.Paste(copied).Said);
        Assert.Equal(copied, CopyOf(other));
    }

    [Fact]
    public void Cut_ABlock_LeavesAnythingBehind()
    {
        At(0, Amount);
        _sheet.Move(1, 0, extend: true);
        Assert.Equal("<= 25\r\n(25..100]", _sheet.Cut());
        Assert.Equal(["-", "-", "> 100"], _sheet.Document.Rules.Select(rule => rule.Cells[0]));
    }

    [Fact]
    public void RemoveRules_TheLastOnes_LeavesTheSelectionInside()
    {
        At(1, Amount);
        _sheet.Move(1, 0, extend: true);
        _sheet.RemoveRules();
        Assert.Equal(["R1"], Ids);
        Assert.Equal(0, _sheet.Active.Row);
        _sheet.RemoveRules();
        Assert.Empty(Ids);
        Assert.Equal(SheetCell.Head, _sheet.Active.Row);
        Assert.Null(_sheet.InsertRule());
        Assert.Equal(["R1"], Ids);
    }

    [Fact]
    public void New_WithRowsThatAreTooShort_FillsThem()
    {
        var ragged = new PolicySheet(SheetTexts.Refunds with { Rules = [SheetTexts.Rule("X", ["1"], "allow", "")] });
        Assert.Equal(["1", "-"], ragged.Document.Rules[0].Cells);
    }

    private static string CopyOf(PolicySheet sheet)
    {
        sheet.SelectAll();
        return sheet.Copy();
    }

    private void At(int row, int column) => _sheet.Go(new SheetCell(row, column));
}

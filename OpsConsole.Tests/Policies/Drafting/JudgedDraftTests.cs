using OpsConsole.Core.Policies.Documents;
using OpsConsole.Policies.Drafting;
using OpsConsole.Policies.Editing;
using OpsConsole.Tests.Policies.Editing;

namespace OpsConsole.Tests.Policies.Drafting;

public sealed class JudgedDraftTests
{
    [Fact]
    public void Of_AWholeDocument_JudgesByAllOfIt()
    {
        var judged = JudgedDraft.Of(SheetTexts.Refunds, 2);
        Assert.Empty(judged.Faults);
        Assert.Equal(3, judged.Policy!.Rules.Count);
    }

    [Fact]
    public void Of_AFaultyRow_JudgesWithoutItAndKeepsThePlacesOfTheOthers()
    {
        var judged = JudgedDraft.Of(With(1, "(25..100"), 2);
        Assert.NotEmpty(judged.Faults);
        Assert.Equal(["R1", "R3"], judged.Policy!.Rules.Select(rule => rule.Id));
        Assert.Equal(["R2"], judged.LeftOut);
        Assert.Equal([0, 2], new[] { 0, 1 }.Select(judged.RowOf));
    }

    [Fact]
    public void Of_AFaultyInput_CannotJudgeAndSaysWhy()
    {
        var document = SheetTexts.Refunds with { Inputs = [new DocumentInput("amount", "action."), SheetTexts.Refunds.Inputs[1]] };
        var judged = JudgedDraft.Of(document, 2);
        Assert.Null(judged.Policy);
        Assert.StartsWith("input amount", judged.Cannot(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_OfAGap_AddARowThatClosesIt()
    {
        var sheet = new PolicySheet(With(2, "> 200"));
        var judged = JudgedDraft.Of(sheet.Document, 2);
        var gap = Assert.Single(Lines(sheet, judged), line => line is { Head: "Gap", Does: "Add rule" } && line.Sentence.Contains("100 < amount ≤ 200;", StringComparison.Ordinal));
        await gap.DoAsync!();
        Assert.Equal("(100..200]", sheet.Document.Rules[^1].Cells[0]);
    }

    [Fact]
    public void Findings_OfAFault_LeadToItsCell()
    {
        var sheet = new PolicySheet(With(1, "(25..100"));
        var judged = JudgedDraft.Of(sheet.Document, 2);
        SheetCell? gone = null;
        var lines = new FindingLines(sheet, judged, null, [], null).All(cell => { gone = cell; return Task.CompletedTask; }, () => Task.CompletedTask, () => { });
        lines[0].DoAsync!();
        Assert.Equal("Rule R2, amount", lines[0].Head);
        Assert.Equal(new SheetCell(1, 1), gone);
    }

    private static IReadOnlyList<FindingLine> Lines(PolicySheet sheet, JudgedDraft judged) =>
        new FindingLines(sheet, judged, CheckedDraft.Of(judged), [], null).All(_ => Task.CompletedTask, () => Task.CompletedTask, () => { });

    private static PolicyDocument With(int row, string amount) =>
        DocumentEdits.WithRule(SheetTexts.Refunds, row, SheetTexts.Refunds.Rules[row] with { Cells = [amount, SheetTexts.Refunds.Rules[row].Cells[1]] });
}

using OpsConsole.Policies.Drafting;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Tests.Policies.Editing;

public sealed class CellHelpTests
{
    private static readonly CompletionWord[] Words = [new("order.status", "Status"), new("order.total", "Total"), new("action.amount", "money at stake")];

    [Fact]
    public void Repair_ARangeThatIsNotClosed_OffersBothEnds() => Assert.Equal(
        [new("(25..100]", "100 included"), new("(25..100)", "100 left out")], CellRepair.Of("(25..100").Take(2));

    [Theory]
    [InlineData("=< 25", "<= 25")]
    [InlineData("=> 25", ">= 25")]
    [InlineData("25-100", "[25..100]")]
    [InlineData("25 to 100", "[25..100]")]
    [InlineData("100+", ">= 100")]
    [InlineData("\"damaged", "\"damaged\"")]
    [InlineData("“damaged”", "\"damaged\"")]
    [InlineData("'damaged'", "\"damaged\"")]
    [InlineData("wrong item", "\"wrong item\"")]
    [InlineData("late, other", "\"late\", \"other\"")]
    [InlineData("> 12,50 €", null)]
    [InlineData("!= 5", "not(5)")]
    [InlineData("not(\"late\"", "not(\"late\")")]
    public void Repair_WhatIsOftenTyped_OffersWhatWasMeant(string typed, string? meant)
    {
        var offered = CellRepair.Of(typed).Select(found => found.Text).ToList();
        if (meant is null)
        {
            Assert.DoesNotContain(typed, offered);
        }
        else
        {
            Assert.Contains(meant, offered);
        }
    }

    [Fact]
    public void Repair_WhatIsFeelAlready_OffersNothingElse() => Assert.DoesNotContain(CellRepair.Of("<= 25"), found => found.Text == "<= 25");

    [Fact]
    public void Completion_OfAnEmptyCell_OffersTheValuesOfTheColumnFirst()
    {
        var offered = CellCompletion.OfTest(SheetTexts.Refunds, 1, "", Words);
        Assert.Equal(["\"damaged\"", "\"late\"", "\"other\""], offered.Take(3).Select(found => found.Text));
        Assert.Contains(offered, found => found.Text == "-");
    }

    [Fact]
    public void Completion_OfATextBegun_ClosesIt() =>
        Assert.Equal("\"late\"", CellCompletion.OfTest(SheetTexts.Refunds, 1, "\"la", Words)[0].Text);

    [Fact]
    public void Completion_OfASecondAlternative_KeepsTheFirst() =>
        Assert.Equal("\"late\", \"damaged\"", CellCompletion.OfTest(SheetTexts.Refunds, 1, "\"late\", \"dam", Words)[0].Text);

    [Fact]
    public void Completion_OfAName_FindsWhatTheMapCallsIt()
    {
        Assert.Equal(["order.status", "order.total"], CellCompletion.OfExpression("order.", Words).Select(found => found.Text).Take(2));
        Assert.Equal("action.amount", CellCompletion.OfExpression("stake", Words)[0].Text);
        Assert.Equal("action.amount + order.total", CellCompletion.OfExpression("action.amount + order.to", Words)[0].Text);
    }

    [Fact]
    public void Completion_OfAVerdict_OffersTheFourThatThereAre()
    {
        var verdict = new SheetColumn(SheetColumnKind.Verdict);
        Assert.Equal(["allow", "agent approves", "supervisor approves", "deny"], CellCompletion.OfOutput(SheetTexts.Refunds, verdict, "").Select(found => found.Text));
        Assert.Equal(["supervisor approves"], CellCompletion.OfOutput(SheetTexts.Refunds, verdict, "sup").Select(found => found.Text));
    }

    [Fact]
    public void Completion_OfDemands_AddsToThoseThere() =>
        Assert.Equal("quorum 2; blind", CellCompletion.OfOutput(SheetTexts.Refunds, new SheetColumn(SheetColumnKind.Demands), "quorum 2; bl")[0].Text);

    [Theory]
    [InlineData("62.5", "(25..100]")]
    [InlineData("7", "<= 25")]
    [InlineData("1000", "> 100")]
    [InlineData("25", "25")]
    [InlineData("\"late\"", "\"late\"")]
    [InlineData("null", "null")]
    public void GapRegion_OfAnExample_WidensANumberToTheBoundsOfItsColumn(string value, string cell) =>
        Assert.Equal(cell, GapRegion.Cell(["<= 25", "(25..100]", "> 100", "\"7\""], value));

    [Fact]
    public void GapRegion_RowFor_AsksOnlyWhatTheExampleNames()
    {
        var row = GapRegion.RowFor(SheetTexts.Refunds, new Dictionary<string, string> { ["reason"] = "\"late\"" });
        Assert.Equal(["-", "\"late\""], row.Cells);
        Assert.Equal("R4", row.Id);
    }
}

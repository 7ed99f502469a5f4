using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies.Cells;

namespace OpsConsole.Tests.Policies.Cells;

public sealed class CellSetTests
{
    [Theory]
    [InlineData("<= 25", "25", true)]
    [InlineData("<= 25", "25.01", false)]
    [InlineData("(25..100]", "25", false)]
    [InlineData("(25..100]", "100", true)]
    [InlineData("not(\"a\", \"b\")", "\"c\"", true)]
    [InlineData("not(\"a\", \"b\")", "\"b\"", false)]
    [InlineData("null", "null", true)]
    [InlineData("not(null)", "null", false)]
    [InlineData("-", "null", true)]
    [InlineData("true", "false", false)]
    [InlineData("< date(\"2026-01-02\")", "date(\"2026-01-01\")", true)]
    [InlineData("? > 5 and ? <= 25", "5", false)]
    [InlineData("[duration(\"P1D\")..duration(\"P2D\")]", "duration(\"PT36H\")", true)]
    public void Ask_AValueInOrOutOfTheSet_SaysSo(string cell, string value, bool met) =>
        Assert.Equal(met ? CellOutcome.Met : CellOutcome.NotMet, CellSet.Of(Cell(cell)).Ask(Value(value)));

    [Theory]
    [InlineData("> 25", "\"many\"")]
    [InlineData("(25..100]", "true")]
    public void Ask_AValueOfAnotherType_IsInDoubt(string cell, string value) => Assert.Equal(CellOutcome.Doubt, CellSet.Of(Cell(cell)).Ask(Value(value)));

    [Theory]
    [InlineData("<= limit")]
    [InlineData("count(?) > 1")]
    [InlineData("? * 2 > 10")]
    [InlineData("starts with(?, \"a\")")]
    public void Ask_ACellThatIsNoSet_IsOpen(string cell)
    {
        Assert.Equal(CellOutcome.Open, CellSet.Of(Cell(cell)).Ask(Value("7")));
        Assert.False(CellSet.Of(Cell(cell)).IsClosed(ValueKind.Number));
    }

    [Theory]
    [InlineData("list contains(?, \"watch\")", true)]
    [InlineData("not(list contains(?, \"watch\"))", false)]
    public void Membership_AListIsAskedForAnItem_NamesIt(string cell, bool held) => Assert.Equal(("watch", held), CellSet.Of(Cell(cell)).Membership);

    [Theory]
    [InlineData("list contains(?, other)")]
    [InlineData("list contains(?, \"a\") and list contains(?, \"b\")")]
    [InlineData("list contains(?, \"a\"), list contains(?, \"b\")")]
    public void Membership_MoreThanOneItemOrNoText_IsNotUnderstood(string cell) => Assert.Null(CellSet.Of(Cell(cell)).Membership);

    [Fact]
    public void Ask_RandomCellsAndValues_SaysWhatEvaluatingSays()
    {
        var tables = new RandomTables(20_261_201);
        string[] others =
        [
            "null", "true", "false", "\"vip\"", "\"\"", "\"standard\"", "\"zzz\"", "\"b\"", "[1, \"vip\"]", "[]", "{a: 1}", "[1..5]", "date(\"2026-01-02\")", "date(\"2025-06-01\")",
            "date and time(\"2026-01-01T10:00:00\")", "date and time(\"2026-01-01T08:00:00Z\")", "time(\"10:00:00\")", "time(\"09:00:00Z\")", "duration(\"P1D\")", "duration(\"PT6H\")", "duration(\"P18M\")",
        ];
        var told = 0;
        for (var round = 0; round < 40_000; round++)
        {
            var cell = Cell(tables.AnyCell());
            var value = tables.Pick(0, 1) == 0 ? new FeelValue.Number(tables.Number()) : Value(tables.Pick(others));
            var outcome = CellSet.Of(cell).Ask(value);
            if (outcome != CellOutcome.Open)
            {
                told++;
                Assert.True(CellAnswer.Of(cell, value, CellValues.NoMembers).Outcome == outcome, $"{cell.Text} of {FeelText.Literal(new FeelRun(), value)} is not {outcome}");
            }
        }

        Assert.True(told > 30_000, $"Only {told} of 40,000 were told by the set");
    }

    private static UnaryTests Cell(string text) => UnaryTests.TryCompile(text, out var cell, out var error) ? cell : throw new ArgumentException($"{text}: {error}");

    private static FeelValue Value(string text) => FeelExpression.TryCompile(text, out var expression, out var error)
        ? expression.Run(new FeelRun(), CellValues.NoMembers)
        : throw new ArgumentException($"{text}: {error}");
}

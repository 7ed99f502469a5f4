using System.Globalization;
using System.Text;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Checking;

namespace OpsConsole.Tests.Policies.Checking;

public sealed class TableChecksTests
{
    [Fact]
    public void Find_ValuesThatNoRowCovers_TellsThemWithAnExample()
    {
        var gap = Single(FindingKind.Gap, "amount", "<= 25 => allow", "(30..100] => deny", "> 100 => deny");
        Assert.Equal("No rule fires when 25 < amount ≤ 30; a supervisor decides.", gap.Sentence);
        Assert.Equal("27.5", gap.Example!["amount"]);
        Assert.Equal([0], gap.Columns);
    }

    [Fact]
    public void Find_AllValuesCovered_HasNoGap() => Assert.Empty(Of(FindingKind.Gap, "amount", "<= 25 => allow", "(25..100] => deny", "> 100 => deny"));

    [Fact]
    public void Find_ATextThatNoRowNames_IsAGap()
    {
        var gap = Single(FindingKind.Gap, "status", "\"pending\" => allow", "\"shipped\" => deny");
        Assert.Equal("No rule fires when status is a text and none of \"pending\", \"shipped\"; a supervisor decides.", gap.Sentence);
    }

    [Fact]
    public void Find_TheAuthorSaysWhichValuesThereAre_LooksAtNoOthers()
    {
        Assert.Empty(Of(FindingKind.Gap, "status = \"pending\", \"shipped\"", "\"pending\" => allow", "\"shipped\" => deny"));
        var gap = Single(FindingKind.Gap, "status = \"pending\", \"shipped\", \"lost\"", "\"pending\" => allow", "\"shipped\" => deny");
        Assert.Equal("No rule fires when status is \"lost\"; a supervisor decides.", gap.Sentence);
        Assert.Equal("No rule fires when amount < 0; a supervisor decides.", Single(FindingKind.Gap, "amount", ">= 0 => allow").Sentence);
        Assert.Empty(Of(FindingKind.Gap, "amount = >= 0", ">= 0 => allow"));
    }

    [Fact]
    public void Find_AGapInTwoInputs_NamesBoth()
    {
        var gap = Single(FindingKind.Gap, "amount | vip", "<= 25 | - => allow", "> 25 | true => deny");
        Assert.Equal("No rule fires when amount > 25 and vip is false; a supervisor decides.", gap.Sentence);
    }

    [Fact]
    public void Find_AListThatHoldsNothingAsked_IsAGap() =>
        Assert.Equal("No rule fires when flags does not hold \"watch\"; a supervisor decides.", Single(FindingKind.Gap, "flags", "list contains(?, \"watch\") => deny").Sentence);

    [Fact]
    public void Find_RowsAboutWhatAListHolds_MeetOnlyWhereBothFire()
    {
        const string holds = "list contains(?, \"hold\") => deny";
        Assert.Equal("R1 denies what R0 allows, for example when flags holds \"hold\"; R1 decides.", Single(FindingKind.Contradiction, "flags", "- => allow", holds).Sentence);
        Assert.Empty(Of(FindingKind.Contradiction, "flags", "not(list contains(?, \"hold\")) => allow", holds));
        Assert.Empty(Of(FindingKind.Unreachable, "flags", holds, "not(list contains(?, \"hold\")) => allow"));
    }

    [Fact]
    public void Find_ACellThatHasToBeEvaluated_MayCoverAnything() => Assert.Empty(Of(FindingKind.Gap, "amount", "<= 25 => allow", "> customer.limit => deny"));

    [Fact]
    public void Find_ARowThatAllowsWhatAnotherDenies_IsAContradictionWithAnExample()
    {
        var finding = Single(FindingKind.Contradiction, "amount | vip", "<= 100 | true => allow", "> 50 | - => deny");
        Assert.Equal([1, 0], finding.Rows);
        Assert.Equal("R1 denies what R0 allows, for example when 50 < amount ≤ 100 and vip is true; R1 decides.", finding.Sentence);
        Assert.Equal(("75", "true"), (finding.Example!["amount"], finding.Example["vip"]));
    }

    [Fact]
    public void Find_RowsThatFireTogether_AreAnOverlapThatTheStricterDecides()
    {
        var finding = Single(FindingKind.Overlap, "amount", "<= 100 => allow", "> 50 => require-approval");
        Assert.Equal([1, 0], finding.Rows);
        Assert.EndsWith("R1 decides.", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_RowsApart_AreNoOverlap() => Assert.Empty(Of(FindingKind.Overlap, "amount", "<= 50 => allow", "> 50 => require-approval"));

    [Theory]
    [InlineData("[100..50]")]
    [InlineData("> 1000")]
    public void Find_ACellThatNothingMeets_IsUnreachable(string cell)
    {
        var finding = Single(FindingKind.Unreachable, "amount = [0..1000]", "<= 1000 => allow", $"{cell} => deny");
        Assert.Equal($"R1 can never fire: no value that there can be meets amount {cell}.", finding.Sentence);
        Assert.Equal([1], finding.Rows);
        Assert.Equal([0], finding.Columns);
    }

    [Fact]
    public void Find_ARowUnderAStricterOne_NeverDecides()
    {
        var finding = Single(FindingKind.Unreachable, "amount | vip", "[10..20] | true => allow", "> 5 | - => deny", "<= 5 | - => allow");
        Assert.Equal("R0 never decides: wherever it fires, R1 asks for more.", finding.Sentence);
    }

    [Fact]
    public void Find_ARowUnderSeveralStricterOnes_NeverDecides()
    {
        var finding = Single(FindingKind.Unreachable, "amount", "[10..20] => allow", "[5..15] => deny", "(15..30] => require-approval");
        Assert.Equal("R0 never decides: wherever it fires, R1 or R2 ask for more.", finding.Sentence);
        Assert.Empty(Of(FindingKind.Unreachable, "amount", "[10..20] => allow", "[5..15) => deny", "(15..30] => require-approval"));
    }

    [Fact]
    public void Find_ARowThatAnotherSaysToo_IsADuplicate()
    {
        Assert.Equal([0, 1], Single(FindingKind.Duplicate, "amount", "<= 25 => allow", "<= 25 => allow").Rows);
        Assert.Equal([1, 0], Single(FindingKind.Duplicate, "amount", "<= 25 => allow", "<= 50 => allow").Rows);
        Assert.Empty(Of(FindingKind.Duplicate, "amount", "<= 25 => allow", "[20..50] => allow"));
    }

    [Fact]
    public void Find_AnInputThatNoRowAsksAbout_IsUnused()
    {
        Assert.Equal("No rule asks about vip.", Single(FindingKind.UnusedInput, "amount | vip", "<= 25 | - => allow").Sentence);
        Assert.Equal("Whatever vip is, the same rules fire.", Single(FindingKind.UnusedInput, "amount | vip", "<= 25 | true, false => allow").Sentence);
    }

    [Fact]
    public void Find_ATableThatIsTooLarge_SaysSo()
    {
        var rows = Enumerable.Range(0, 2_001).Select(row => $"{row} => allow").ToArray();
        Assert.Contains("more than 2000 rows", Single(FindingKind.Incomplete, "amount", rows).Sentence, StringComparison.Ordinal);
    }

    private static TableFinding Single(FindingKind kind, string columns, params string[] rows) => Assert.Single(Of(kind, columns, rows));

    private static List<TableFinding> Of(FindingKind kind, string columns, params string[] rows) => [.. TableChecks.Find(Table(columns, rows)).Where(finding => finding.Kind == kind)];

    /// <summary>Columns as <c>amount = values | vip</c>, rows as <c>&lt;= 25 | true => allow</c>.</summary>
    private static Policy Table(string columns, string[] rows)
    {
        var inputs = columns.Split(" | ").Select(column => column.Split(" = ", 2)).ToList();
        var text = new StringBuilder("id: p\ntitle: p\nowner: Desk\nsource: p.md\ngoverns: { action-types: [a] }\ninputs:\n");
        inputs.ForEach(input => text.AppendLine(CultureInfo.InvariantCulture, $"  - {{ name: {input[0]}, expression: data.{input[0]}{(input.Length > 1 ? $", values: '{input[1]}'" : "")} }}"));
        text.AppendLine("rules:");
        for (var row = 0; row < rows.Length; row++)
        {
            var (cells, verdict) = (rows[row].Split(" => ")[0].Split(" | "), rows[row].Split(" => ")[1]);
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{ id: R{row}, when: {{ {string.Join(", ", inputs.Zip(cells, (input, cell) => $"{input[0]}: '{cell}'"))} }}, verdict: {verdict}, reason: r }}");
        }

        var errors = new List<ConfigError>();
        return PolicyReader.Read("p.yaml", text.ToString(), 1, errors) ?? throw new ArgumentException(errors[0].ToString());
    }
}

using Bunit;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;
using OpsConsole.Policies;

namespace OpsConsole.Tests.Policies;

public sealed class DecisionTableTests : IDisposable
{
    private static readonly RuleHit Hit = new("refunds", 1, "R3", Verdict.RequireApproval, "Over 25 €, up to 100 €.", null)
    {
        Cells = [new CellMatch("amount", "42.9", "(25..100]")],
    };

    private readonly BunitContext _context = new();

    [Fact]
    public void Render_APolicy_ShowsEachCellAndVerdict()
    {
        var table = Render([], null);
        Assert.Equal(5, table.FindAll("tbody tr").Count);
        Assert.Equal(["amount", "status", "flags"], table.FindAll("thead th").Skip(1).Take(3).Select(head => head.ChildNodes[0].TextContent.ToLowerInvariant()));
        Assert.Equal(["-", "\"cancelled\"", "-"], Cells(table, "R1").Take(3));
        Assert.Equal("Supervisor approves2 people", Cells(table, "R4")[3]);
        Assert.Equal("refunds.md R1", Cells(table, "R1")[4]);
        Assert.Empty(table.FindAll(".is-fired"));
    }

    [Fact]
    public void Render_WithARowThatFired_ShowsTheValueBesideItsTest()
    {
        var table = Render([Hit], "R3");
        var row = table.Find("#rule-R3");
        Assert.Equal(("is-fired", "true"), (row.ClassName, row.GetAttribute("aria-current")));
        Assert.Equal("(25..100]the value was 42.9", Cells(table, "R3")[0]);
        Assert.Single(table.FindAll(".is-fired"));
    }

    [Fact]
    public void Render_WithACellThatCouldNotBeEvaluated_SaysSo()
    {
        var doubt = Hit with { IsUndecided = true, Cells = [new CellMatch("amount", "null", "(25..100]", "nothing is known as 'action'")] };
        var cell = Render([doubt], null).Find(".met--problem");
        Assert.Equal("the value was not known", cell.TextContent);
        Assert.Equal("nothing is known as 'action'", cell.GetAttribute("title"));
    }

    public void Dispose() => _context.Dispose();

    private IRenderedComponent<DecisionTable> Render(IReadOnlyList<RuleHit> hits, string? shown)
    {
        var policy = PolicyReader.Read("refunds.yaml", PolicyTexts.Refunds, 1, new List<ConfigError>())!;
        return _context.Render<DecisionTable>(parameters => parameters.Add(table => table.Policy, policy).Add(table => table.Hits, hits).Add(table => table.Shown, shown));
    }

    private static List<string> Cells(IRenderedComponent<DecisionTable> table, string rule) => [.. table.FindAll($"#rule-{rule} td").Select(cell => cell.TextContent)];
}

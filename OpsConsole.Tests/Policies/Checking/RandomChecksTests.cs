using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Cells;
using OpsConsole.Core.Policies.Checking;

namespace OpsConsole.Tests.Policies.Checking;

public sealed class RandomChecksTests
{
    private const int Tables = 500;

    [Fact]
    public void Find_RandomTables_AValueInAGapFiresNoRow()
    {
        var tables = new RandomTables(20_261_301);
        for (var round = 0; round < Tables; round++)
        {
            var policy = tables.Policy("p", tables.Pick(2, 5, 10), closed: true);
            Assert.All(TableChecks.Find(policy).Where(finding => finding.Kind == FindingKind.Gap), gap => Assert.Empty(Fired(policy, gap.Example!)));
        }
    }

    [Fact]
    public void Find_RandomTablesWithoutAGap_EveryValueFiresARow()
    {
        var tables = new RandomTables(20_261_302);
        var complete = 0;
        for (var round = 0; round < Tables; round++)
        {
            var policy = tables.Policy("p", tables.Pick(5, 15), closed: true);
            var findings = TableChecks.Find(policy);
            if (findings.Any(finding => finding.Kind is FindingKind.Gap or FindingKind.Incomplete))
            {
                continue;
            }

            complete++;
            for (var point = 0; point < 30; point++)
            {
                var values = RandomPoint(policy, tables);
                Assert.True(Fired(policy, values).Count > 0, $"{string.Join(", ", values)} of\n{string.Join("\n", policy.Rules.Select(rule => string.Join(" | ", rule.Cells.Select(cell => cell.Text))))}");
            }
        }

        Assert.True(complete > 15, $"Only {complete} tables had no gap");
    }

    [Fact]
    public void Find_RandomTables_ItsExamplesShowWhatItSays()
    {
        var tables = new RandomTables(20_261_303);
        for (var round = 0; round < Tables; round++)
        {
            var policy = tables.Policy("p", tables.Pick(3, 8), closed: true);
            foreach (var finding in TableChecks.Find(policy).Where(finding => finding.Example is not null && finding.Kind != FindingKind.Gap))
            {
                var fired = Fired(policy, finding.Example!);
                Assert.Contains(finding.Rows[0], fired);
                Assert.True(finding.Kind != FindingKind.Contradiction || fired.Contains(finding.Rows[1]), finding.Sentence);
                Assert.True(finding.Kind != FindingKind.Unreachable || Stricter(policy, finding.Rows[0], fired), finding.Sentence);
            }
        }
    }

    [Fact]
    public void Find_RandomTables_ARowThatIsSaidNeverToDecideNeverDoes()
    {
        var tables = new RandomTables(20_261_304);
        for (var round = 0; round < Tables; round++)
        {
            var policy = tables.Policy("p", tables.Pick(3, 8), closed: true);
            var unreachable = TableChecks.Find(policy).Where(finding => finding.Kind == FindingKind.Unreachable).Select(finding => finding.Rows[0]).ToList();
            for (var point = 0; unreachable.Count > 0 && point < 20; point++)
            {
                var fired = Fired(policy, RandomPoint(policy, tables));
                Assert.All(unreachable.Where(fired.Contains), row => Assert.True(Stricter(policy, row, fired), policy.Rules[row].Id));
            }
        }
    }

    private static bool Stricter(Policy policy, int row, List<int> fired) =>
        fired.Exists(other => !policy.Rules[other].Demand.Equals(policy.Rules[row].Demand) && policy.Rules[row].Demand.And(policy.Rules[other].Demand).Equals(policy.Rules[other].Demand));

    /// <summary>Rows of which no cell rules the values out.</summary>
    private static List<int> Fired(Policy policy, IReadOnlyDictionary<string, string> values) => [.. Enumerable.Range(0, policy.Rules.Count).Where(row =>
        Enumerable.Range(0, policy.Inputs.Count).All(column => policy.Rules[row].Cells[column].IsAny
            || (values.TryGetValue(policy.Inputs[column].Name, out var text) && CellAnswer.Of(policy.Rules[row].Cells[column], Value(text), CellValues.NoMembers).Outcome != CellOutcome.NotMet)))];

    /// <summary>A value for each column, of a type that its cells name.</summary>
    private static Dictionary<string, string> RandomPoint(Policy policy, RandomTables tables) => policy.Inputs.ToDictionary(input => input.Name, input => Text(input.Name, policy, tables));

    private static string Text(string name, Policy policy, RandomTables tables)
    {
        var column = policy.Inputs.ToList().FindIndex(input => input.Name == name);
        var constants = policy.Rules.SelectMany(rule => CellSet.Of(rule.Cells[column]).Constants).ToList();
        if (constants.Exists(constant => constant is FeelValue.Null) && tables.Pick(0, 1, 2) == 0)
        {
            return "null";
        }

        return name switch
        {
            _ when constants.TrueForAll(constant => constant is FeelValue.Null) => "\"?\"",
            "amount" or "double" => JsonValue.Create(tables.Number()).ToJsonString(),
            "segment" => tables.Pick("\"standard\"", "\"vip\"", "\"business\"", "\"\"", "\"other\""),
            "first" => tables.Pick("true", "false"),
            _ => tables.Pick("date(\"2026-01-01\")", "date(\"2026-01-02\")", "date(\"2026-02-01\")", "date(\"2027-01-01\")"),
        };
    }

    private static FeelValue Value(string text) => FeelExpression.TryCompile(text, out var expression, out _) ? expression.Run(new FeelRun(), CellValues.NoMembers) : FeelValue.Null.Instance;
}

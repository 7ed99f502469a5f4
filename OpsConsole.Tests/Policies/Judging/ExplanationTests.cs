using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Tests.Policies.Judging;

public sealed class ExplanationTests
{
    private const string Refund = "sandbox.refund_payment";

    [Fact]
    public void Explain_ARowThatFired_ShowsEachValueAgainstItsTest()
    {
        var row = Row(Explain(60, "delivered"), "R3");
        Assert.Equal((RowState.Fired, "Over 25 €, up to 100 €."), (row.State, row.Reason));
        Assert.Equal([new ExplainedCell("amount", "60", "(25..100]", CellState.Met, null)], row.Cells);
    }

    [Fact]
    public void Explain_ARowThatDidNotFire_ShowsWhichCellsRuledItOut()
    {
        var row = Row(Explain(60, "pending"), "R2");
        Assert.Equal((RowState.RuledOut, null, false), (row.State, row.Reason, row.IsNear));
        Assert.Equal([CellState.NotMet, CellState.NotMet], row.Cells.Select(cell => cell.State));
    }

    [Fact]
    public void Explain_ARowThatOneCellRuledOut_IsNear()
    {
        var row = Row(Explain(60, "delivered"), "R2");
        Assert.True(row.IsNear);
        Assert.Equal(("amount", "60", "<= 25"), row.Cells.Where(cell => cell.State == CellState.NotMet).Select(cell => (cell.Input, cell.Value, cell.Test)).Single());
    }

    [Fact]
    public void Explain_AValueThatIsNotThere_LeavesTheRowUndecidedAndSaysWhy()
    {
        var input = Input(60, "delivered");
        input.Remove("customer");
        var explanation = PolicyEngine.Explain(Set, Refund, input);
        Assert.Equal("nothing is known as 'customer'", explanation.Tables[0].Inputs[2].Problem);
        Assert.Equal((RowState.Undecided, CellState.Undecided), (Row(explanation, "R5").State, Row(explanation, "R5").Cells[0].State));
    }

    [Fact]
    public void Brief_ALargeTable_KeepsWhatCountsAndWhatIsNear()
    {
        var brief = Explain(60, "delivered").Brief();
        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], brief.Tables[0].Rows.Select(row => row.RuleId));
        Assert.Equal(["R1", "R3", "R4", "R5"], Explain(60, "pending").Brief().Tables[0].Rows.Select(row => row.RuleId));
        Assert.Equal(4, brief.Tables[0].RuledOut);
    }

    [Fact]
    public void Explain_WrittenAsJson_ReadsBackTheSame()
    {
        var explanation = Explain(60, "delivered");
        var text = JsonSerializer.Serialize(explanation);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<PolicyExplanation>(text)));
        Assert.Contains("\"RuledOut\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_RandomTablesAndInputs_ItsRowsComeToTheVerdict()
    {
        var tables = new RandomTables(20_261_204);
        for (var round = 0; round < 1_500; round++)
        {
            var set = new PolicySet([tables.Policy("p", 12), tables.Policy("q", 6)], []);
            var explanation = PolicyEngine.Explain(set, RandomTables.ActionType, tables.Input());
            var rules = set.Policies.ToDictionary(policy => policy.Id, policy => policy.Rules.ToDictionary(rule => rule.Id));
            var demands = from table in explanation.Tables
                          from row in table.Rows
                          where row.State != RowState.RuledOut
                          let own = rules[table.PolicyId][row.RuleId].Demand
                          select row.State == RowState.Undecided ? own.And(RuleDemand.Supervisor) : own;
            var demand = demands.DefaultIfEmpty(RuleDemand.Supervisor).Aggregate((one, other) => one.And(other));
            Assert.Equal((demand.Verdict, demand.ApproverRole, demand.Quorum), (explanation.Verdict.Verdict, explanation.Verdict.ApproverRole, explanation.Verdict.Quorum));
            Assert.Equal(explanation.Verdict.Hits.Count(hit => hit.PolicyId != RuleHit.BuiltIn), demands.Count());
            Assert.All(explanation.Tables.SelectMany(table => table.Rows), row => Assert.Equal(row.State == RowState.RuledOut, row.Reason is null));
        }
    }

    private static PolicySet Set => new([PolicyReader.Read("refunds.yaml", PolicyTexts.Refunds, 1, new List<ConfigError>())!], []);

    private static PolicyExplanation Explain(decimal amount, string status) => PolicyEngine.Explain(Set, Refund, Input(amount, status));

    private static ExplainedRow Row(PolicyExplanation explanation, string id) => explanation.Tables[0].Rows.Single(row => row.RuleId == id);

    private static JsonObject Input(decimal amount, string status) => new()
    {
        ["action"] = new JsonObject { ["amount"] = amount, ["currency"] = "EUR" },
        ["order"] = new JsonObject { ["order_id"] = "W-1", ["status"] = status },
        ["customer"] = new JsonObject { ["flags"] = new JsonArray() },
    };
}

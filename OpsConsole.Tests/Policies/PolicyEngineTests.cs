using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Tests.Policies;

public sealed class PolicyEngineTests
{
    private const string Refund = "sandbox.refund_payment";

    [Theory]
    [InlineData(10, "delivered", Verdict.Allow, "agent", 1, "10.00 € is at most 25 €.")]
    [InlineData(42.90, "delivered", Verdict.RequireApproval, "agent", 1, "Over 25 €, up to 100 €.")]
    [InlineData(100.01, "delivered", Verdict.RequireApproval, "supervisor", 2, "Over 100 €.")]
    [InlineData(42.90, "cancelled", Verdict.Deny, "supervisor", 1, "Order W-1 is cancelled.")]
    [InlineData(10, "pending", Verdict.RequireApproval, "supervisor", 1, "No rule covers this action, so a supervisor decides.")]
    public void Decide_ARefund_GivesTheMostRestrictiveRow(double amount, string status, Verdict verdict, string approver, int quorum, string reason)
    {
        var answer = PolicyEngine.Decide(Set(PolicyTexts.Refunds), Refund, Input((decimal)amount, status));
        Assert.Equal((verdict, approver, quorum, reason), (answer.Verdict, answer.ApproverRole, answer.Quorum, answer.Reason));
    }

    [Fact]
    public void Decide_SeveralRows_DemandTheMostRestrictiveOfEach()
    {
        var answer = PolicyEngine.Decide(Set(PolicyTexts.Refunds, PolicyTexts.Everything), Refund, Input(42.90m, "delivered", "watch"));
        Assert.Equal((Verdict.RequireApproval, "supervisor", 1, true, TimeSpan.FromHours(4)), (answer.Verdict, answer.ApproverRole, answer.Quorum, answer.NoSelfApproval, answer.ExpiresAfter));
        Assert.Equal(["H1", "R5", "R3"], answer.Hits.Select(hit => hit.RuleId));
    }

    [Fact]
    public void Decide_ARowThatFires_ShowsItsCellsWithTheValuesThatMetThem()
    {
        var answer = PolicyEngine.Decide(Set(PolicyTexts.Refunds), Refund, Input(10, "delivered"));
        Assert.Equal([new CellMatch("amount", "10", "<= 25"), new CellMatch("status", "\"delivered\"", "\"delivered\"")], answer.Hits[0].Cells);
        Assert.Equal("refunds.md R1", PolicyEngine.Decide(Set(PolicyTexts.Refunds), Refund, Input(10, "cancelled")).Hits[0].Citation);
    }

    [Fact]
    public void Decide_NoPolicyLoaded_Denies()
    {
        var answer = PolicyEngine.Decide(PolicySet.Empty, Refund, Input(1, "delivered"));
        Assert.Equal(Verdict.Deny, answer.Verdict);
        Assert.Equal("No policy is loaded, so nothing may run; load a pack with policies first.", answer.Reason);
    }

    [Fact]
    public void Decide_AnUnreadablePolicy_DeniesWhatItGoverns()
    {
        var set = Set(PolicyTexts.Refunds) with { Unreadable = [new UnreadablePolicy("credits", 3, "Credits", ["sandbox.grant_credit"], "d", "credits.yaml:4: …")] };
        Assert.Equal(Verdict.Deny, PolicyEngine.Decide(set, "sandbox.grant_credit", Input(1, "delivered")).Verdict);
        Assert.Equal(Verdict.Allow, PolicyEngine.Decide(set, Refund, Input(1, "delivered")).Verdict);
    }

    [Fact]
    public void Decide_ADenyingRowThatCannotBeEvaluated_DeniesAndNamesTheCell()
    {
        var input = Input(10, "delivered");
        input.Remove("order");
        var answer = PolicyEngine.Decide(Set(PolicyTexts.Refunds), Refund, input);
        Assert.Equal(Verdict.Deny, answer.Verdict);
        Assert.Equal("Rule R1 could not be evaluated (status: nothing is known as 'order'), and it might forbid this, so this may not run.", answer.Reason);
        Assert.True(answer.Hits[0].IsUndecided);
    }

    [Fact]
    public void Decide_AnAllowingRowThatCannotBeEvaluated_AsksASupervisor()
    {
        var input = Input(10, "delivered");
        input.Remove("customer");
        var answer = PolicyEngine.Decide(Set(PolicyTexts.Refunds), Refund, input);
        Assert.Equal((Verdict.RequireApproval, "supervisor"), (answer.Verdict, answer.ApproverRole));
    }

    [Fact]
    public void Decide_ACellThatRulesTheRowOut_OutweighsOneThatCannotBeEvaluated()
    {
        var input = Input(10, "delivered");
        input["order"] = new JsonObject { ["order_id"] = "W-1", ["status"] = "delivered" };
        input["action"] = new JsonObject { ["amount"] = "ten", ["currency"] = "EUR" };
        var answer = PolicyEngine.Decide(Set(PolicyTexts.Refunds), Refund, input);
        Assert.DoesNotContain("R1", answer.Hits.Select(hit => hit.RuleId));
        Assert.Equal(["R2", "R3", "R4"], answer.Hits.Select(hit => hit.RuleId).Order());
    }

    [Fact]
    public void Decide_ANullInTheData_MeetsNoComparison()
    {
        var answer = PolicyEngine.Decide(Set(PolicyTexts.Refunds), Refund, Input(null, "delivered"));
        Assert.Equal("No rule covers this action, so a supervisor decides.", answer.Reason);
    }

    [Fact]
    public void Decide_TheDigest_NamesTheVersionsThatGovern()
    {
        var one = PolicyEngine.Decide(Set(PolicyTexts.Refunds), Refund, Input(1, "delivered")).PolicyDigest;
        Assert.Equal(one, PolicyEngine.Decide(Set(PolicyTexts.Refunds), Refund, Input(2, "pending")).PolicyDigest);
        Assert.NotEqual(one, PolicyEngine.Decide(Set(PolicyTexts.Refunds, PolicyTexts.Everything), Refund, Input(1, "delivered")).PolicyDigest);
        Assert.NotEqual(one, PolicyEngine.Decide(Set(PolicyTexts.Refunds + "\n# one more line"), Refund, Input(1, "delivered")).PolicyDigest);
        Assert.NotEqual(one, PolicyEngine.Decide(Set(PolicyTexts.Refunds), "sandbox.cancel_order", Input(1, "delivered")).PolicyDigest);
    }

    [Fact]
    public void Decide_RowsInAnyOrder_GiveTheSameAnswer()
    {
        var random = new Random(20_261_117);
        var set = Set(PolicyTexts.Refunds, PolicyTexts.Everything);
        for (var round = 0; round < 500; round++)
        {
            var input = Input(random.Next(0, 200), random.Next(2) == 0 ? "delivered" : "cancelled", random.Next(2) == 0 ? "watch" : "none");
            var shuffled = set with
            {
                Policies = [.. set.Policies.Select(policy => policy with { Rules = [.. policy.Rules.OrderBy(_ => random.Next())] }).OrderBy(_ => random.Next())],
            };
            Assert.Equal(Demand(PolicyEngine.Decide(set, Refund, input)), Demand(PolicyEngine.Decide(shuffled, Refund, input)));
        }
    }

    [Fact]
    public void Decide_OneMoreRow_IsNeverLessRestrictive()
    {
        var random = new Random(20_261_118);
        var all = Set(PolicyTexts.Refunds).Policies[0];
        for (var round = 0; round < 500; round++)
        {
            var fewer = all with { Rules = [.. all.Rules.Where(_ => random.Next(2) == 0)] };
            var input = Input(random.Next(0, 200), random.Next(2) == 0 ? "delivered" : "cancelled", "watch");
            var few = PolicyEngine.Decide(new PolicySet([fewer], []), Refund, input);
            var many = PolicyEngine.Decide(new PolicySet([all], []), Refund, input);
            Assert.True(few.Hits[0].PolicyId == RuleHit.BuiltIn || many.Verdict >= few.Verdict);
        }
    }

    private static (Verdict, string, int, bool, TimeSpan, string) Demand(PolicyVerdict answer) =>
        (answer.Verdict, answer.ApproverRole, answer.Quorum, answer.NoSelfApproval, answer.ExpiresAfter, answer.PolicyDigest);

    private static PolicySet Set(params string[] texts)
    {
        var errors = new List<ConfigError>();
        var policies = texts.Select((text, index) => PolicyReader.Read($"p{index}.yaml", text, 1, errors)).ToList();
        Assert.Empty(errors);
        return new PolicySet([.. policies.Select(policy => policy!)], []);
    }

    private static JsonObject Input(decimal? amount, string status, params string[] flags) => new()
    {
        ["action"] = new JsonObject { ["id"] = Refund, ["amount"] = amount, ["currency"] = "EUR", ["reversibility"] = "irreversible" },
        ["order"] = new JsonObject { ["order_id"] = "W-1", ["status"] = status },
        ["customer"] = new JsonObject { ["flags"] = new JsonArray([.. flags.Select(flag => JsonValue.Create(flag))]) },
    };
}

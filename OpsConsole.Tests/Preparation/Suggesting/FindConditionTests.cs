using System.Text.Json.Nodes;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Core.Preparation.Suggesting;

namespace OpsConsole.Tests.Preparation.Suggesting;

public sealed class FindConditionTests
{
    [Theory]
    [InlineData("order.status = \"shipped\"")]
    [InlineData("action.amount > 60")]
    [InlineData("list contains(customer.flags, \"watch\")")]
    [InlineData("order.delivered_at = null")]
    public void In_AHabitOfOneTest_IsFoundAsItIs(string habit)
    {
        var found = FindCondition.In(Proposals(1, 300, habit, 0.9, 0.02), RejectionReason.WrongAction)!;
        Assert.Single(found.Tests);
        // Another number may cut the same proposals; which ones are met is what counts.
        Assert.True(Agreement(found.Feel, habit) > 0.95, found.Feel);
    }

    [Fact]
    public void In_AHabitOfTwoTests_IsFoundAsTwo()
    {
        const string habit = "order.status = \"shipped\" and action.amount > 60";
        var found = FindCondition.In(Proposals(2, 600, habit, 0.95, 0.01), RejectionReason.WrongAction)!;
        Assert.Equal(2, found.Tests.Count);
        Assert.True(Agreement(found.Feel, habit) > 0.95, found.Feel);
    }

    /// <summary>Where people reject at random there is nothing to learn, and saying something would be a lie.</summary>
    [Fact]
    public void In_RejectionsByChance_FindsNothing()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            Assert.Null(FindCondition.In(Proposals(seed, 200, "true", 0.3, 0), RejectionReason.WrongAction));
        }
    }

    [Fact]
    public void In_FewRejections_FindsNothing() => Assert.Null(FindCondition.In(Proposals(3, 20, "order.status = \"shipped\"", 0.5, 0), RejectionReason.WrongAction));

    [Fact]
    public void In_Again_IsTheSame() => Assert.Equal(
        FindCondition.In(Proposals(4, 300, "action.amount > 60", 0.8, 0.05), RejectionReason.WrongAction)!.Feel,
        FindCondition.In(Proposals(4, 300, "action.amount > 60", 0.8, 0.05), RejectionReason.WrongAction)!.Feel);

    [Fact]
    public void Meets_EveryTest_SaysWhatItsFeelSays()
    {
        foreach (var proposal in Proposals(5, 100, "true", 0.5, 0))
        {
            foreach (var test in new FieldTest[]
            {
                new("order.status", FieldOperator.Is, "\"shipped\""), new("order.delivered_at", FieldOperator.IsNull, "null"), new("action.amount", FieldOperator.Above, "60"),
                new("action.amount", FieldOperator.AtMost, "60"), new("customer.flags", FieldOperator.Holds, "\"watch\""), new("count(customer.flags)", FieldOperator.Above, "0"),
            })
            {
                Assert.Equal(proposal.Fields.Meets(test), Holds(test.Feel, proposal.Input));
                Assert.Equal(proposal.Fields.Meets(test), Holds(test.Cell.StartsWith('>') || test.Cell.StartsWith('<') ? $"{test.Expression} {test.Cell}" : $"{test.Expression} = {test.Cell}", proposal.Input));
            }
        }
    }

    [Theory]
    [InlineData(DecisionFate.Approved, true, null)]
    [InlineData(DecisionFate.Authorized, true, null)]
    [InlineData(DecisionFate.Rejected, true, RejectionReason.WrongFacts)]
    [InlineData(DecisionFate.Edited, true, RejectionReason.WrongAmount)]
    [InlineData(DecisionFate.Expired, false, null)]
    [InlineData(DecisionFate.Waiting, false, null)]
    public void Of_WhatBecameOfAProposal_CountsOnlyWhatPeopleDecided(DecisionFate fate, bool counts, string? reason)
    {
        var record = Record(1);
        record.Decide(new DecidedFate(fate, ReasonCode: fate == DecisionFate.Rejected ? reason : null), default);
        var judged = JudgedProposal.Of(record, new JsonObject());
        Assert.Equal((counts, reason), (judged is not null, judged?.Reason));
        Assert.Null(JudgedProposal.Of(record, null));
    }

    [Fact]
    public void Of_WhatNamesOneCaseOrPerson_IsNoField()
    {
        var fields = DecisionFields.Of((JsonObject)JsonNode.Parse("""{"case": {"id": "x", "number": 7, "customer_id": "C-1", "type": "refund"}, "customer": {"email": "a@b", "name": "Ada"}, "proposer": {"id": "p"}, "a b": 1, "order": {"if": 2}}""")!);
        Assert.Equal(["case.type"], fields.Texts.Keys);
        Assert.Empty(fields.Numbers);
    }

    private static double Agreement(string one, string other) => Proposals(99, 400, "true", 0, 0).Average(proposal => Holds(one, proposal.Input) == Holds(other, proposal.Input) ? 1.0 : 0);

    private static bool Holds(string feel, JsonObject input) => FeelExpression.TryCompile(feel, out var expression, out _) && expression.EvaluateBoolean(input) == true;

    private static List<JudgedProposal> Proposals(int seed, int count, string habit, double inside, double outside)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var status = new[] { "pending", "shipped", "delivered", "delivered" }[random.Next(4)];
            var input = new JsonObject
            {
                ["action"] = new JsonObject { ["amount"] = Math.Round((decimal)random.NextDouble() * 100, 2) },
                ["order"] = new JsonObject { ["status"] = status, ["delivered_at"] = random.Next(3) == 0 ? null : "2026-01-01", ["total"] = random.Next(500) },
                ["customer"] = new JsonObject { ["flags"] = random.Next(4) == 0 ? new JsonArray("watch") : new JsonArray(), ["segment"] = random.Next(2) == 0 ? "vip" : "standard" },
            };
            var isRejected = random.NextDouble() < (Holds(habit, input) ? inside : outside);
            return new JudgedProposal(Record(number), isRejected ? RejectionReason.WrongAction : null, input, DecisionFields.Of(input));
        })];
    }

    private static DecisionRecord Record(int number) => new()
    {
        Id = number, At = default, Stage = DecisionStage.Proposed, ActionTypeId = "a", CaseTypeId = null, CaseId = Guid.Empty, CaseNumber = 1, ActionId = Guid.Empty, ActionNumber = 1, Title = "",
        Amount = 0, Currency = null, Verdict = Verdict.RequireApproval, ApproverRole = "", Fired = "", Reason = "", PolicyDigest = "", PolicyVersions = "", Barred = null,
    };
}

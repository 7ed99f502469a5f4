using Bunit;
using OpsConsole.Actions;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Changing;
using OpsConsole.Core.Policies.Judging;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Tests.Actions;

public sealed class TraceTests : BunitContext
{
    private static readonly ExplainedCell Amount = new("amount", "42.9", "(25..100]", CellState.Met, null);
    private static readonly ExplainedCell TooMuch = new("amount", "42.9", "<= 25", CellState.NotMet, null);
    private static readonly ExplainedCell Status = new("status", "\"delivered\"", "\"cancelled\"", CellState.NotMet, null);
    private static readonly ExplainedCell Flags = new("flags", "null", "list contains(?, \"watch\")", CellState.Undecided, "nothing is known as 'customer'");

    private static readonly ExplainedTable Table = new("refunds", 3, "Refunds", "FIN-4", [], [
        new("R1", RowState.RuledOut, Verdict.Deny, Roles.Agent, null, "FIN-4 §1", [Status]),
        new("R2", RowState.RuledOut, Verdict.Allow, Roles.Agent, null, null, [TooMuch, Status]),
        new("R3", RowState.Fired, Verdict.RequireApproval, Roles.Agent, "Over 25 €, up to 100 €.", "FIN-4 §2", [Amount]),
        new("R5", RowState.Undecided, Verdict.RequireApproval, Roles.Supervisor, "Rule R5 could not be evaluated.", null, [Flags]),
    ], 2);

    [Fact]
    public void Table_InFull_ShowsWhatCountsThenWhatOneCellKeptOutAndFoldsTheRest()
    {
        var table = Render<TraceTable>(parameters => parameters.Add(part => part.Table, Table));

        Assert.Equal(["R3", "R5", "R1"], table.FindAll(".trace > ol > li").Select(row => row.GetAttribute("data-rule")));
        Assert.Equal(["R2"], table.FindAll("details li.row-of").Select(row => row.GetAttribute("data-rule")));
        Assert.Contains("more row", table.Find("details summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("/policies/refunds?version=3", table.Find("h3 a").GetAttribute("href"));
    }

    [Fact]
    public void Table_InBrief_ShowsOnlyWhatCounts()
    {
        var table = Render<TraceTable>(parameters => parameters.Add(part => part.Table, Table).Add(part => part.IsBrief, true));

        Assert.Equal(["R3", "R5"], table.FindAll("li.row-of").Select(row => row.GetAttribute("data-rule")));
        Assert.Empty(table.FindAll("details"));
    }

    [Fact]
    public void Row_Fired_ShowsTheValueAgainstTheTestTheSentenceAndTheSource()
    {
        var row = Render<TraceRow>(parameters => parameters.Add(part => part.Row, Table.Rows[2]));

        var cell = row.Find("[data-cell=Met]");
        Assert.Equal(("42.9", "(25..100]"), (cell.QuerySelector("b")!.TextContent, cell.QuerySelector("code")!.TextContent));
        Assert.Contains("Over 25 €, up to 100 €.", row.Markup, StringComparison.Ordinal);
        Assert.Contains("FIN-4 §2", row.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Row_Undecided_SaysWhatIsNotKnown()
    {
        var cell = Render<TraceRow>(parameters => parameters.Add(part => part.Row, Table.Rows[3])).Find("[data-cell=Undecided]");

        Assert.Equal("not known", cell.QuerySelector("b")!.TextContent);
        Assert.Contains("nothing is known as 'customer'", cell.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_OnACard_SaysWhatWouldChangeItAndLeadsToThePage()
    {
        var flip = new VerdictFlip([new InputChange("amount", "action.amount", "42.9", "25", "amount ≤ 25", false)], RuleDemand.Nothing, "Runs alone if amount ≤ 25");
        var verdict = new PolicyVerdict(Verdict.RequireApproval, Roles.Agent, 1, false, TimeSpan.FromHours(4), [], "digest");
        var trace = new DecisionTrace(Record(verdict), [], new PolicyExplanation("sandbox.refund_payment", verdict, [Table]), [flip], null);

        var why = Render<ActionWhy>(parameters => parameters.Add(part => part.Trace, trace));

        Assert.Equal("amount ≤ 25", why.Find(".iff code").TextContent);
        Assert.Contains("May run alone", why.Find(".iff .chip").TextContent, StringComparison.Ordinal);
        Assert.Equal("/decisions/7", why.Find("a.why").GetAttribute("href"));
    }

    [Fact]
    public void Why_ItWouldTakeOneSupervisorOrTwo_TellsThemApart()
    {
        var one = new RuleDemand(Verdict.RequireApproval, Roles.Supervisor, 1, false, TimeSpan.FromHours(4));
        var verdict = new PolicyVerdict(Verdict.Deny, Roles.Agent, 1, false, TimeSpan.FromHours(4), [], "digest");
        VerdictFlip[] flips =
        [
            new([new InputChange("flags", "customer.flags", "[\"hold\"]", "[]", "\"hold\" is not in flags", false)], one, ""),
            new([new InputChange("amount", "action.amount", "42.9", "501", "amount > 500", false)], one with { Quorum = 2 }, ""),
        ];

        var why = Render<ActionWhy>(parameters => parameters.Add(part => part.Trace, new DecisionTrace(Record(verdict), [], new PolicyExplanation("sandbox.refund_payment", verdict, [Table]), flips, null)));

        Assert.Equal(["Needs supervisor", "2\u00a0supervisors"], why.FindAll(".iff .chip").Select(chip => chip.TextContent.Trim()));
    }

    [Fact]
    public void Why_OnlyWhatIsGivenStandsInTheWay_SaysSoInWords()
    {
        var held = new GivenHold(GivenKind.Origins, [new GivenOrigin("amount", "customer text"), new GivenOrigin("order_id", "customer text")], RuleDemand.Nothing);
        var verdict = new PolicyVerdict(Verdict.RequireApproval, Roles.Agent, 1, false, TimeSpan.FromHours(4), [], "digest");
        var trace = new DecisionTrace(Record(verdict), [], new PolicyExplanation("sandbox.refund_payment", verdict, [Table]), [], null) { Held = held };

        var why = Render<ActionWhy>(parameters => parameters.Add(part => part.Trace, trace));

        Assert.Equal("A fact says the amount and the order id, and not only the customer’s words", why.Find(".iff li > span").TextContent);
        Assert.Empty(why.FindAll(".iff code"));
        Assert.Contains("May run alone", why.Find(".iff .chip").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DecisionFate.Approved, DecisionOutcome.Verified, "Approved by Mara Okafor; its effect was verified")]
    [InlineData(DecisionFate.Approved, DecisionOutcome.NotRun, "Approved by Mara Okafor; it did not run, because that no longer held")]
    [InlineData(DecisionFate.Rejected, DecisionOutcome.None, "Rejected by Mara Okafor, wrong amount")]
    [InlineData(DecisionFate.Waiting, DecisionOutcome.None, "Nobody has decided yet")]
    public void Fate_OfADecision_IsOneSentence(DecisionFate fate, DecisionOutcome outcome, string sentence)
    {
        var record = Record(new PolicyVerdict(Verdict.RequireApproval, Roles.Agent, 1, false, TimeSpan.FromHours(4), [], "digest"));
        var at = record.At;
        record.Decide(fate == DecisionFate.Waiting ? new DecidedFate(fate) : new DecidedFate(fate, "mara", "Mara Okafor", fate == DecisionFate.Rejected ? "wrong-amount" : null), at);
        record.End(outcome, at);

        Assert.Equal(sentence, TraceLook.Fate(record));
    }

    private static DecisionRecord Record(PolicyVerdict verdict) => new()
    {
        Id = 7,
        At = new DateTimeOffset(2026, 11, 17, 10, 0, 0, TimeSpan.Zero),
        Stage = DecisionStage.Proposed,
        ActionTypeId = "sandbox.refund_payment",
        CaseTypeId = "refund",
        CaseId = Guid.Empty,
        CaseNumber = 1042,
        ActionId = Guid.Empty,
        ActionNumber = 1,
        Title = "Refund 42.90 €",
        Amount = 4290,
        Currency = "EUR",
        Verdict = verdict.Verdict,
        ApproverRole = verdict.ApproverRole,
        Fired = "refunds/R3",
        Reason = "Over 25 €, up to 100 €.",
        PolicyDigest = verdict.PolicyDigest,
        PolicyVersions = "refunds@3",
        Barred = null,
    };
}

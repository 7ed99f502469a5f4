using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies;

namespace OpsConsole.Tests.Policies;

public sealed class PolicyReaderTests
{
    [Fact]
    public void Read_AGoodPolicy_GivesItsTable()
    {
        var errors = new List<ConfigError>();
        var policy = PolicyReader.Read("refunds.yaml", PolicyTexts.Refunds, 7, errors);
        Assert.Empty(errors);
        Assert.Equal(("refunds", 7, 3, 5), (policy!.Id, policy.Version, policy.Inputs.Count, policy.Rules.Count));
        Assert.Equal(["<= 25", "\"delivered\"", "-"], policy.Rules[1].Cells.Select(cell => cell.Text));
        Assert.Equal(new RuleDemand(Verdict.RequireApproval, "supervisor", 2, false, TimeSpan.FromHours(24)), policy.Rules[3].Demand);
    }

    [Theory]
    [InlineData("\"> 100\"", "\"> \"", "p.yaml:15: the cell R4/amount is no FEEL, position 3: expected a value, found the end")]
    [InlineData("'\"cancelled\"'", "cancelled", "p.yaml:12: the cell R1/status is the name 'cancelled'; a text needs quotes of its own: '\"cancelled\"', and another value is written '= cancelled'")]
    [InlineData("expression: action.amount", "expression: action.", "p.yaml:8: the input 'amount' is no FEEL, position 8: expected the name of a member, found the end")]
    [InlineData("when: { amount: \"> 100\"", "when: { amuont: \"> 100\"", "p.yaml:15: 'amuont' is not known here; known are amount, status, flags")]
    [InlineData("verdict: allow", "verdict: perhaps", "p.yaml:13: 'verdict' must be one of allow, require-approval, deny, not 'perhaps'")]
    [InlineData("verdict: allow, ", "", "p.yaml:13: 'verdict' is missing")]
    [InlineData("approver: supervisor", "approver: boss", "p.yaml:15: 'approver' must be agent or supervisor, not 'boss'")]
    [InlineData("quorum: 2", "quorum: 0", "p.yaml:15: 'quorum' must be between 1 and 5 people")]
    [InlineData("expires: PT4H", "expires: P1M", "p.yaml:14: 'expires' must be a duration in days, hours or minutes such as PT24H, not 'P1M'")]
    [InlineData("Order {order.order_id}", "Order {order.}", "p.yaml:12: the reason is no template, position 14: expected the name of a member, found the end")]
    [InlineData("id: R2", "id: R1", "p.yaml:12: the rule 'R1' is there twice")]
    [InlineData("hit: collect", "hit: first", "p.yaml:6: 'hit' must be collect (every row that fires counts), not 'first'")]
    [InlineData("[sandbox.refund_payment]", "[]", "p.yaml:5: 'governs' must name 'action-types': a list of ids, or *")]
    public void Read_AFault_IsToldWithItsLine(string good, string bad, string error)
    {
        var errors = new List<ConfigError>();
        Assert.Null(PolicyReader.Read("p.yaml", PolicyTexts.Refunds.Replace(good, bad, StringComparison.Ordinal), 1, errors));
        Assert.Equal([error], errors.Select(found => found.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- just\n- a list")]
    [InlineData("rules: [")]
    public void Read_WhatIsNoPolicy_GivesNothing(string text)
    {
        var errors = new List<ConfigError>();
        Assert.Null(PolicyReader.Read("p.yaml", text, 1, errors));
        Assert.NotEmpty(errors);
    }
}

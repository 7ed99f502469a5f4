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
    [InlineData("\"> 100\"", "\"> \"", "p.yaml:15: rule R4, amount, position 3: This test cannot be read: expected a value, found the end.")]
    [InlineData("'\"cancelled\"'", "cancelled", "p.yaml:12: rule R1, status: This is the name cancelled; a text needs quotes of its own, \"cancelled\", and another value is written = cancelled.")]
    [InlineData("expression: action.amount", "expression: action.", "p.yaml:8: input amount, expression, position 8: This expression cannot be read: expected the name of a member, found the end.")]
    [InlineData("when: { amount: \"> 100\"", "when: { amuont: \"> 100\"", "p.yaml:15: 'amuont' is not known here; known are amount, status, flags")]
    [InlineData("verdict: allow", "verdict: perhaps", "p.yaml:13: rule R2, verdict: The verdict must be allow, require-approval or deny, not 'perhaps'.")]
    [InlineData("verdict: allow, ", "", "p.yaml:13: rule R2, verdict: The verdict is missing.")]
    [InlineData("approver: supervisor", "approver: boss", "p.yaml:15: rule R4, approver: The approver must be agent or supervisor, not 'boss'.")]
    [InlineData("quorum: 2", "quorum: 0", "p.yaml:15: rule R4, quorum: The quorum must be between 1 and 5 people.")]
    [InlineData("expires: PT4H", "expires: P1M", "p.yaml:14: rule R3, expires: The expiry must be a duration in days, hours or minutes such as PT24H, not 'P1M'.")]
    [InlineData("Order {order.order_id}", "Order {order.}", "p.yaml:12: rule R1, reason, position 14: This reason cannot be read: expected the name of a member, found the end.")]
    [InlineData("id: R2", "id: R1", "p.yaml:13: rule R1, id: Another rule is called 'R1' too.")]
    [InlineData("hit: collect", "hit: first", "p.yaml:6: 'hit' must be collect (every row that fires counts), not 'first'")]
    [InlineData("[sandbox.refund_payment]", "[]", "p.yaml:5: governs: It must say which action types it governs: a list of ids, or * for all.")]
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

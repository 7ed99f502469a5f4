using System.Text.Json.Nodes;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;

namespace OpsConsole.Tests.Policies.Authoring;

/// <summary>What is in force on which day and for which case, and how a policy ends. The desk's clock begins on 17 November 2026.</summary>
public sealed class InForceTests : IDisposable
{
    private readonly PolicyDesk _desk = new();

    [Fact]
    public async Task InForce_AVersionOfTomorrow_LeavesItsPredecessorUntilThen()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds);
        await _desk.PublishedAsync(PolicyDesk.Refunds with { Title = "From tomorrow", From = new DateOnly(2026, 11, 18), Until = new DateOnly(2026, 11, 19) }, 1);
        var before = _desk.Policies.InForce.Governing("sandbox.refund_payment", (string?)null).Digest;
        Assert.Equal("Refunds", _desk.Policies.InForce.Policies.Single().Title);
        var summary = (await _desk.Host.Get<ReadPolicies>().ListAsync(PolicyDesk.Ana, CancellationToken.None)).Single();
        Assert.Equal((1, 2, PolicyStanding.InForce), (summary.Version, summary.Next!.Version, summary.Standing));

        _desk.Host.Clock.Advance(TimeSpan.FromHours(13.9));
        Assert.Equal("Refunds", _desk.Policies.InForce.Policies.Single().Title);
        _desk.Host.Clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal("From tomorrow", _desk.Policies.InForce.Policies.Single().Title);
        Assert.NotEqual(before, _desk.Policies.InForce.Governing("sandbox.refund_payment", (string?)null).Digest);

        _desk.Host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.True(_desk.Policies.InForce.IsEmpty);
        Assert.Equal(PolicyStanding.Ended, (await _desk.Host.Get<ReadPolicies>().ListAsync(PolicyDesk.Ana, CancellationToken.None)).Single().Standing);
    }

    [Fact]
    public async Task InForce_BetweenTheDays_IsReadFromMemory()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds with { Until = new DateOnly(2026, 12, 1) });
        Assert.Same(_desk.Policies.InForce, _desk.Policies.InForce);
    }

    [Fact]
    public async Task Decide_APolicyForOneCaseType_SpeaksOnlyThere()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds with { CaseTypes = ["refund"] });
        Assert.Equal("R4", Decide("refund").Hits[0].RuleId);
        Assert.Equal(RuleHit.BuiltIn, Decide("exchange").Hits[0].PolicyId);
        Assert.Equal("R4", Decide(null).Hits[0].RuleId);
        Assert.NotEqual(Decide("refund").PolicyDigest, Decide("exchange").PolicyDigest);
    }

    [Fact]
    public async Task Retire_ByTwoPeople_GovernsNothingAndKeepsItsHistory()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds);
        var retire = _desk.Host.Get<RetirePolicy>();
        Assert.IsType<PolicyRefusal.Forbidden>(Refused(await retire.AskAsync(PolicyDesk.Ana, "refunds", 1, "over", CancellationToken.None)));
        Assert.IsType<PolicyRefusal.CommentMissing>(Refused(await retire.AskAsync(PolicyDesk.Sue, "refunds", 1, " ", CancellationToken.None)));
        var asked = Assert.IsType<RetireOutcome.Asked>(await retire.AskAsync(PolicyDesk.Sue, "refunds", 1, "over", CancellationToken.None)).Retirement;
        Assert.IsType<PolicyRefusal.RetirementStands>(Refused(await retire.AskAsync(PolicyDesk.Ines, "refunds", 1, "over", CancellationToken.None)));

        Assert.IsType<PolicyRefusal.OwnWork>(Refused(await retire.ConfirmAsync(PolicyDesk.Sue, asked.Id, ["sandbox.refund_payment"], CancellationToken.None)));
        Assert.Equal(["sandbox.refund_payment"], Assert.IsType<PolicyRefusal.LeavesUncovered>(Refused(await retire.ConfirmAsync(PolicyDesk.Ines, asked.Id, [], CancellationToken.None))).ActionTypes);
        Assert.Single(_desk.Policies.InForce.Policies);
        Assert.IsType<RetireOutcome.Retired>(await retire.ConfirmAsync(PolicyDesk.Ines, asked.Id, ["sandbox.refund_payment"], CancellationToken.None));

        Assert.True(_desk.Policies.InForce.IsEmpty);
        var detail = await _desk.Host.Get<ReadPolicies>().FindAsync(PolicyDesk.Ana, "refunds", null, CancellationToken.None);
        Assert.Equal((PolicyStanding.Retired, 1), (detail!.Summary.Standing, detail.History.Count));
    }

    [Fact]
    public async Task Retire_DeclinedOrOvertaken_StaysInForce()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds);
        var retire = _desk.Host.Get<RetirePolicy>();
        var asked = Assert.IsType<RetireOutcome.Asked>(await retire.AskAsync(PolicyDesk.Sue, "refunds", 1, "over", CancellationToken.None)).Retirement;
        Assert.IsType<RetireOutcome.Declined>(await retire.DeclineAsync(PolicyDesk.Ines, asked.Id, "not yet", CancellationToken.None));
        asked = Assert.IsType<RetireOutcome.Asked>(await retire.AskAsync(PolicyDesk.Sue, "refunds", 1, "again", CancellationToken.None)).Retirement;
        await _desk.PublishedAsync(PolicyDesk.Refunds with { Title = "All refunds" }, 1);
        Assert.IsType<PolicyRefusal.NothingToConfirm>(Refused(await retire.ConfirmAsync(PolicyDesk.Ines, asked.Id, ["sandbox.refund_payment"], CancellationToken.None)));
        Assert.Equal("All refunds", _desk.Policies.InForce.Policies.Single().Title);
    }

    [Fact]
    public async Task Coverage_AnotherPolicyForAll_LeavesNothingUncovered()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds);
        Assert.Equal(["sandbox.refund_payment"], Coverage.LostWithout(_desk.Policies.InForce, "refunds"));
        await _desk.PublishedAsync(PolicyDesk.Refunds with { Id = "house", ActionTypes = ["*"], CaseTypes = ["refund"] });
        Assert.Equal(["sandbox.refund_payment"], Coverage.LostWithout(_desk.Policies.InForce, "refunds"));
        await _desk.PublishedAsync(PolicyDesk.Refunds with { Id = "all", ActionTypes = ["*"] });
        Assert.Empty(Coverage.LostWithout(_desk.Policies.InForce, "refunds"));
        Assert.Equal(["*"], Coverage.LostWithout(_desk.Policies.InForce, "all"));
    }

    public void Dispose() => _desk.Dispose();

    private static PolicyRefusal Refused(RetireOutcome outcome) => Assert.IsType<RetireOutcome.Refused>(outcome).Refusal;

    private PolicyVerdict Decide(string? caseType) => _desk.Policies.Decide("sandbox.refund_payment", new JsonObject
    {
        ["action"] = new JsonObject { ["id"] = "sandbox.refund_payment", ["amount"] = 200 },
        ["order"] = new JsonObject { ["status"] = "delivered" },
        ["customer"] = new JsonObject { ["flags"] = new JsonArray() },
        ["case"] = new JsonObject { ["type"] = caseType },
    });
}

using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Policies;

public sealed class PublishPoliciesTests : IDisposable
{
    private static readonly Actor Admin = new(ActorKind.Person, "p1", "Ines", [Roles.Admin]);
    private static readonly Actor Agent = new(ActorKind.Person, "p2", "Tom", [Roles.Agent]);

    private readonly CoreHost _host = new();

    [Fact]
    public async Task PublishAsync_ANewText_SucceedsTheOldVersion()
    {
        await PublishAsync(Admin, PolicyTexts.Refunds);
        var again = Assert.IsType<PublishOutcome.Published>(await PublishAsync(Admin, PolicyTexts.Refunds));
        Assert.Equal((0, 1), (again.Added.Count, again.Unchanged));
        await PublishAsync(Admin, PolicyTexts.Refunds.Replace("<= 25", "<= 30", StringComparison.Ordinal));

        Assert.Equal(2, _host.Get<IPolicies>().InForce.Policies.Single().Version);
        var detail = await _host.Get<ReadPolicies>().FindAsync(Admin, "refunds", 1, CancellationToken.None);
        Assert.Equal([2, 1], detail!.History.Select(version => version.Version));
        Assert.Equal("<= 25", detail.Shown!.Rules[1].Cells[0].Text);
    }

    [Fact]
    public async Task PublishAsync_WithoutThePermission_IsRefused()
    {
        Assert.IsType<PublishOutcome.Forbidden>(await PublishAsync(Agent, PolicyTexts.Refunds));
        Assert.True(_host.Get<IPolicies>().InForce.IsEmpty);
    }

    [Fact]
    public async Task PublishAsync_OneFaultyFile_PublishesNone()
    {
        var outcome = await _host.Get<PublishPolicies>().PublishAsync(
            Admin, [new PolicyFile("a.yaml", PolicyTexts.Refunds), new PolicyFile("b.yaml", "id: b"), new PolicyFile("c.yaml", PolicyTexts.Refunds)], CancellationToken.None);
        var faulty = Assert.IsType<PublishOutcome.Faulty>(outcome);
        Assert.Contains("c.yaml:1: another file has the policy 'refunds' too", faulty.Errors.Select(error => error.ToString()));
        Assert.True(_host.Get<IPolicies>().InForce.IsEmpty);
    }

    [Theory]
    [InlineData("Text", "id: [")]
    [InlineData("Digest", "0")]
    public async Task Decide_AfterTheStoredTextWasDamaged_Denies(string column, string value)
    {
        await PublishAsync(Admin, PolicyTexts.Refunds);
        await DamageAsync(column, value);
        await _host.Get<PoliciesInForce>().ReloadAsync(CancellationToken.None);

        var policies = _host.Get<IPolicies>();
        Assert.Equal("refunds", policies.Problems.Single().Id);
        Assert.Equal(Verdict.Deny, policies.Decide("sandbox.refund_payment", new JsonObject()).Verdict);
        Assert.Equal(Verdict.RequireApproval, policies.Decide("sandbox.cancel_order", new JsonObject()).Verdict);
    }

    [Fact]
    public async Task PublishAsync_TheSameTextAfterDamage_Repairs()
    {
        await PublishAsync(Admin, PolicyTexts.Refunds);
        await DamageAsync("Text", "id: [");
        await PublishAsync(Admin, PolicyTexts.Refunds);
        Assert.Empty(_host.Get<IPolicies>().Problems);
        Assert.Equal(2, _host.Get<IPolicies>().InForce.Policies.Single().Version);
    }

    public void Dispose() => _host.Dispose();

    private Task<PublishOutcome> PublishAsync(Actor actor, string text) =>
        _host.Get<PublishPolicies>().PublishAsync(actor, [new PolicyFile("refunds.yaml", text)], CancellationToken.None);

    private Task DamageAsync(string column, string value) => _host.Database.WriteAsync(
        async db => await (column == "Text"
            ? db.Set<PolicyVersion>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, value))
            : db.Set<PolicyVersion>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Digest, value))),
        CancellationToken.None);
}

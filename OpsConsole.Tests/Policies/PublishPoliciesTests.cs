using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Tests.Fakes;
using OpsConsole.Tests.Policies.Authoring;

namespace OpsConsole.Tests.Policies;

public sealed class PublishPoliciesTests : IDisposable
{
    private static readonly Actor Admin = new(ActorKind.Person, "ines", "Ines", [Roles.Admin]);
    private static readonly Actor Agent = new(ActorKind.Person, "p2", "Tom", [Roles.Agent]);

    private static readonly string Changed = PolicyTexts.Refunds.Replace("<= 25", "<= 30", StringComparison.Ordinal);

    private readonly CoreHost _host = new();

    [Fact]
    public async Task PublishAsync_ANewTextAtAStart_SucceedsTheOldVersion()
    {
        await PublishAsync(Actor.Jobs, PolicyTexts.Refunds);
        var again = Assert.IsType<PublishOutcome.Published>(await PublishAsync(Actor.Jobs, PolicyTexts.Refunds));
        Assert.Equal((0, 1), (again.Added.Count, again.Unchanged));
        await PublishAsync(Actor.Jobs, Changed);

        Assert.Equal(2, _host.Get<IPolicies>().InForce.Policies.Single().Version);
        var detail = await _host.Get<ReadPolicies>().FindAsync(Admin, "refunds", 1, CancellationToken.None);
        Assert.Equal([2, 1], detail!.History.Select(version => version.Version));
        Assert.Equal("<= 25", detail.Shown!.Rules[1].Cells[0].Text);
    }

    [Fact]
    public async Task PublishAsync_APersonsChange_WaitsForASecondPerson()
    {
        await PublishAsync(Admin, PolicyTexts.Refunds);
        var outcome = Assert.IsType<PublishOutcome.Published>(await PublishAsync(Admin, Changed));
        Assert.Empty(outcome.Added);
        Assert.Equal((1, "ines"), (InForce.Version, outcome.InReview.Single().SubmittedBy));
        Assert.Empty(Assert.IsType<PublishOutcome.Published>(await PublishAsync(Admin, Changed)).InReview);
    }

    [Fact]
    public async Task PublishAsync_APersonsChangeWithATest_IsPublishedByAnother()
    {
        await PublishAsync(Admin, PolicyTexts.Refunds);
        var tested = PolicyYaml.Write(PolicyDesk.Refunds);
        var draft = Assert.IsType<PublishOutcome.Published>(await PublishAsync(Admin, tested)).InReview.Single();
        var review = _host.Get<ReviewPolicy>();
        Assert.IsType<PolicyRefusal.OwnWork>(Assert.IsType<ReviewOutcome.Refused>(await review.PublishAsync(Admin, draft.Id, draft.Digest, null, CancellationToken.None)).Refusal);
        var version = Assert.IsType<ReviewOutcome.Published>(await review.PublishAsync(PolicyDesk.Sue, draft.Id, draft.Digest, null, CancellationToken.None)).Version;
        Assert.Equal(("shop", tested), (version.Origin, version.Text));
    }

    [Fact]
    public async Task PublishAsync_AtAStartAfterAChangeInTheConsole_DoesNotRevertIt()
    {
        await PublishAsync(Actor.Jobs, PolicyTexts.Refunds);
        await ChangeInConsoleAsync();
        Assert.Empty(Assert.IsType<PublishOutcome.Published>(await PublishAsync(Actor.Jobs, PolicyTexts.Refunds)).Added);
        Assert.Equal("All refunds", InForce.Title);

        var changed = Assert.IsType<PublishOutcome.Published>(await PublishAsync(Actor.Jobs, Changed));
        Assert.Equal((0, 1, "All refunds"), (changed.Added.Count, changed.InReview.Count, InForce.Title));
        Assert.Empty(Assert.IsType<PublishOutcome.Published>(await PublishAsync(Actor.Jobs, Changed)).InReview);
    }

    [Fact]
    public async Task PublishAsync_AtAStartAfterARetirement_DoesNotBringItBack()
    {
        await PublishAsync(Actor.Jobs, PolicyTexts.Refunds);
        var retire = _host.Get<RetirePolicy>();
        var asked = Assert.IsType<RetireOutcome.Asked>(await retire.AskAsync(Admin, "refunds", 1, "over", CancellationToken.None)).Retirement;
        await retire.ConfirmAsync(PolicyDesk.Sue, asked.Id, ["sandbox.refund_payment"], CancellationToken.None);
        await PublishAsync(Actor.Jobs, PolicyTexts.Refunds);
        await PublishAsync(Actor.Jobs, Changed);
        Assert.True(_host.Get<IPolicies>().InForce.IsEmpty);
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

    private Policy InForce => _host.Get<IPolicies>().InForce.Policies.Single();

    private async Task ChangeInConsoleAsync()
    {
        var draft = PolicyDesk.Saved(await _host.Get<DraftPolicy>().StartAsync(Admin, PolicyDesk.Refunds with { Title = "All refunds" }, 1, CancellationToken.None));
        draft = Assert.IsType<SubmitOutcome.Submitted>(await _host.Get<SubmitPolicy>().SubmitAsync(Admin, draft.Id, draft.Revision, "", CancellationToken.None)).Draft;
        Assert.IsType<ReviewOutcome.Published>(await _host.Get<ReviewPolicy>().PublishAsync(PolicyDesk.Sue, draft.Id, draft.Digest, null, CancellationToken.None));
    }

    private Task<PublishOutcome> PublishAsync(Actor actor, string text) =>
        _host.Get<PublishPolicies>().PublishAsync(actor, "shop", [new PolicyFile("shop/refunds.yaml", text)], CancellationToken.None);

    private Task DamageAsync(string column, string value) => _host.Database.WriteAsync(
        async db => await (column == "Text"
            ? db.Set<PolicyVersion>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, value))
            : db.Set<PolicyVersion>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Digest, value))),
        CancellationToken.None);
}

using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Tests.Policies.Authoring;

public sealed class LifecycleTests : IDisposable
{
    private readonly PolicyDesk _desk = new();

    [Fact]
    public async Task Publish_BySecondPerson_IsInForceAndTold()
    {
        var submitted = await _desk.SubmittedAsync(PolicyDesk.Ines, await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds));
        Assert.True(_desk.Policies.InForce.IsEmpty);
        var outcome = await _desk.Review.PublishAsync(PolicyDesk.Sue, submitted.Id, submitted.Digest, """{"moved":3}""", CancellationToken.None);

        var version = Assert.IsType<ReviewOutcome.Published>(outcome).Version;
        Assert.Equal((1, "Sue", "Ines", "as agreed", """{"moved":3}"""), (version.Version, version.PublishedByName, version.SubmittedByName, version.Note, version.ReportJson));
        Assert.Equal(version.Digest, _desk.Policies.InForce.Policies.Single().Digest);
        Assert.Equal(["policy.draft-started", "policy.submitted", "policy.published"], await EventsAsync());
    }

    [Fact]
    public async Task Publish_AnOlderVersion_NeverChangesAgain()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds);
        var draft = await _desk.StartFromAsync(PolicyDesk.Ines, "refunds");
        draft = PolicyDesk.Saved(await _desk.SaveAsync(PolicyDesk.Ines, draft, PolicyDesk.With("R2", rule => rule with { Cells = ["<= 30", .. rule.Cells.Skip(1)] })));
        await _desk.PublishAsync(PolicyDesk.Sue, await _desk.SubmittedAsync(PolicyDesk.Ines, draft));

        var detail = await _desk.Host.Get<ReadPolicies>().FindAsync(PolicyDesk.Ana, "refunds", 1, CancellationToken.None);
        Assert.Equal([2, 1], detail!.History.Select(version => version.Version));
        Assert.Equal("<= 25", detail.Shown!.Rules[1].Cells[0].Text);
        Assert.Equal("<= 30", _desk.Policies.InForce.Policies.Single().Rules[1].Cells[0].Text);
    }

    [Theory]
    [InlineData("ines", true)]
    [InlineData("otto", true)]
    [InlineData("sue", false)]
    [InlineData("ana", true)]
    [InlineData("ada", true)]
    public async Task Publish_OnlyByWhoeverHadNoHandInIt(string who, bool isRefused)
    {
        var draft = await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds);
        draft = PolicyDesk.Saved(await _desk.SaveAsync(PolicyDesk.Otto, draft, PolicyDesk.Refunds with { Title = "All refunds" }));
        draft = await _desk.SubmittedAsync(PolicyDesk.Ines, draft);
        var actor = new[] { PolicyDesk.Ines, PolicyDesk.Otto, PolicyDesk.Sue, PolicyDesk.Ana, PolicyDesk.Ada }.Single(person => person.Id == who);

        Assert.Equal(isRefused, await _desk.PublishAsync(actor, draft) is ReviewOutcome.Refused);
        Assert.Equal(isRefused, _desk.Policies.InForce.IsEmpty);
        Assert.Equal(isRefused, (await EventsAsync()).Contains("policy.publishing-refused"));
    }

    [Fact]
    public async Task Publish_ByWhoeverSubmittedOnce_IsRefusedForGood()
    {
        var draft = await _desk.SubmittedAsync(PolicyDesk.Otto, await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds));
        draft = Assert.IsType<SubmitOutcome.Submitted>(await _desk.Host.Get<SubmitPolicy>().WithdrawAsync(PolicyDesk.Ines, draft.Id, draft.Revision, CancellationToken.None)).Draft;
        draft = await _desk.SubmittedAsync(PolicyDesk.Ines, draft);
        Assert.IsType<PolicyRefusal.OwnWork>(Assert.IsType<ReviewOutcome.Refused>(await _desk.PublishAsync(PolicyDesk.Otto, draft)).Refusal);
    }

    [Fact]
    public async Task Publish_ByAProgramWithThePermission_IsRefused()
    {
        var draft = await _desk.SubmittedAsync(PolicyDesk.Ines, await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds));
        var program = new Actor(ActorKind.Service, "bot", "Bot", [Roles.Supervisor]);
        Assert.IsType<PolicyRefusal.Forbidden>(Assert.IsType<ReviewOutcome.Refused>(await _desk.PublishAsync(program, draft)).Refusal);
    }

    [Fact]
    public async Task Publish_AnotherTextThanTheOneSeen_IsRefused()
    {
        var seen = await _desk.SubmittedAsync(PolicyDesk.Ines, await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds));
        var back = Assert.IsType<SubmitOutcome.Submitted>(await _desk.Host.Get<SubmitPolicy>().WithdrawAsync(PolicyDesk.Ines, seen.Id, seen.Revision, CancellationToken.None)).Draft;
        Assert.IsType<PolicyRefusal.WrongState>(Assert.IsType<ReviewOutcome.Refused>(await _desk.PublishAsync(PolicyDesk.Sue, seen)).Refusal);
        await _desk.SubmittedAsync(PolicyDesk.Ines, PolicyDesk.Saved(await _desk.SaveAsync(PolicyDesk.Ines, back, PolicyDesk.Refunds with { Title = "Other" })));

        Assert.IsType<PolicyRefusal.OtherText>(Assert.IsType<ReviewOutcome.Refused>(await _desk.PublishAsync(PolicyDesk.Sue, seen)).Refusal);
        Assert.True(_desk.Policies.InForce.IsEmpty);
    }

    [Fact]
    public async Task SendBack_WithAComment_GivesItToItsAuthors()
    {
        var draft = await _desk.SubmittedAsync(PolicyDesk.Ines, await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds));
        Assert.IsType<PolicyRefusal.CommentMissing>(Assert.IsType<ReviewOutcome.Refused>(await _desk.Review.SendBackAsync(PolicyDesk.Sue, draft.Id, draft.Digest, " ", CancellationToken.None)).Refusal);
        Assert.IsType<ReviewOutcome.SentBack>(await _desk.Review.SendBackAsync(PolicyDesk.Sue, draft.Id, draft.Digest, "R4 needs three people", CancellationToken.None));

        var view = await _desk.ViewAsync(PolicyDesk.Ines, draft.Id);
        Assert.Equal((DraftState.Working, "R4 needs three people", "Sue", true), (view.Summary.State, view.Summary.ReviewComment, view.Summary.ReviewedByName, view.MayEdit));
        Assert.IsType<DraftOutcome.Saved>(await _desk.SaveAsync(PolicyDesk.Ines, (await DraftAsync(draft.Id))!, PolicyDesk.With("R4", rule => rule with { Quorum = 3 })));
    }

    [Fact]
    public async Task Submit_WhatIsNotFit_IsRefused()
    {
        Assert.IsType<PolicyRefusal.NoTests>(await SubmitRefusalAsync(PolicyDesk.Refunds with { Tests = [] }));
        Assert.Equal(2, Assert.IsType<PolicyRefusal.Faulty>(await SubmitRefusalAsync(PolicyDesk.Refunds with { Title = "", Owner = "" })).Faults.Count);
        var failing = Assert.IsType<PolicyRefusal.TestsFail>(await SubmitRefusalAsync(PolicyDesk.With("R4", rule => rule with { Approver = "agent" })));
        Assert.StartsWith("Expected the approver supervisor, got agent by R4", failing.Failed.Single().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_TheTextInForce_IsRefused()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds);
        var refused = Assert.IsType<SubmitOutcome.Refused>(await _desk.SubmitAsync(PolicyDesk.Ines, await _desk.StartFromAsync(PolicyDesk.Ines, "refunds")));
        Assert.Equal(new PolicyRefusal.Unchanged(1), refused.Refusal);
    }

    [Fact]
    public async Task Publish_TheFirstOfTwoDrafts_MovesTheBaseOfTheSecond()
    {
        await _desk.PublishedAsync(PolicyDesk.Refunds);
        var first = PolicyDesk.Saved(await _desk.SaveAsync(PolicyDesk.Ines, await _desk.StartFromAsync(PolicyDesk.Ines, "refunds"), PolicyDesk.With("R2", rule => rule with { Reason = "Small." })));
        var second = PolicyDesk.Saved(await _desk.SaveAsync(PolicyDesk.Otto, await _desk.StartFromAsync(PolicyDesk.Otto, "refunds"), PolicyDesk.With("R4", rule => rule with { Quorum = 3 })));
        first = await _desk.SubmittedAsync(PolicyDesk.Ines, first);
        second = await _desk.SubmittedAsync(PolicyDesk.Otto, second);
        Assert.IsType<ReviewOutcome.Published>(await _desk.PublishAsync(PolicyDesk.Sue, first));

        Assert.Equal(new PolicyRefusal.BaseMoved(1, 2), Assert.IsType<ReviewOutcome.Refused>(await _desk.PublishAsync(PolicyDesk.Sue, second)).Refusal);
        var back = Assert.IsType<SubmitOutcome.Submitted>(await _desk.Host.Get<SubmitPolicy>().WithdrawAsync(PolicyDesk.Otto, second.Id, second.Revision, CancellationToken.None)).Draft;
        var rebased = PolicyDesk.Saved(await _desk.Drafts.RebaseAsync(PolicyDesk.Otto, back.Id, back.Revision, CancellationToken.None));
        Assert.Equal(("Small.", 3, 2), (rebased.Document.Rules[1].Reason, rebased.Document.Rules[3].Quorum, rebased.BasedOn));
        Assert.IsType<ReviewOutcome.Published>(await _desk.PublishAsync(PolicyDesk.Sue, await _desk.SubmittedAsync(PolicyDesk.Otto, rebased)));
        Assert.Equal(3, _desk.Policies.InForce.Policies.Single().Version);
    }

    [Fact]
    public async Task Publish_TwoAtOnce_GivesOneVersion()
    {
        var draft = await _desk.SubmittedAsync(PolicyDesk.Ines, await _desk.StartAsync(PolicyDesk.Ines, PolicyDesk.Refunds));
        var outcomes = await Task.WhenAll(_desk.PublishAsync(PolicyDesk.Sue, draft), _desk.PublishAsync(PolicyDesk.Otto, draft));
        Assert.Single(outcomes.OfType<ReviewOutcome.Published>());
        Assert.IsType<PolicyRefusal.WrongState>(outcomes.OfType<ReviewOutcome.Refused>().Single().Refusal);
    }

    public void Dispose() => _desk.Dispose();

    private async Task<PolicyRefusal> SubmitRefusalAsync(PolicyDocument document) =>
        Assert.IsType<SubmitOutcome.Refused>(await _desk.SubmitAsync(PolicyDesk.Ines, await _desk.StartAsync(PolicyDesk.Ines, document))).Refusal;

    private Task<PolicyDraft?> DraftAsync(Guid id) => _desk.Host.Database.ReadAsync(db => db.Set<PolicyDraft>().SingleOrDefaultAsync(row => row.Id == id), CancellationToken.None);

    private Task<List<string>> EventsAsync() => _desk.Host.Database.ReadAsync(
        db => db.Set<AuditRecord>().Where(row => row.Subject == "policy/refunds").OrderBy(row => row.Sequence).Select(row => row.Event).ToListAsync(), CancellationToken.None);
}

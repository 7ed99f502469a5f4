using System.Text.Json.Nodes;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Executing;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Identity;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Actions;

[Collection(nameof(Failpoint))]
public sealed class DecidingTests
{
    [Fact]
    public async Task Approve_ClickedTwice_CountsOnceAndAnswersAlike()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();

        var outcomes = await Task.WhenAll(desk.ApproveAsync(ActionDesk.Ana, action), desk.ApproveAsync(ActionDesk.Ana, action));

        Assert.All(outcomes, outcome => Assert.Equal(new ApproveOutcome.Approved(ActionState.Queued, 1, 1), outcome));
        Assert.Equal(1, await desk.AuditedAsync("action.approved"));
    }

    [Fact]
    public async Task Approve_TwoPeopleAtOnce_QueuesOnce()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();

        var outcomes = await Task.WhenAll(desk.ApproveAsync(ActionDesk.Ana, action), desk.ApproveAsync(ActionDesk.Ben, action));
        await desk.SettleAsync();

        Assert.Single(outcomes.OfType<ApproveOutcome.Approved>());
        Assert.Single(desk.Connector.Effects);
    }

    [Fact]
    public async Task Approve_ByAProgram_IsForbidden()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();

        var outcome = await desk.ApproveAsync(ActionDesk.Bot, action);

        Assert.IsType<ActionRefusal.Forbidden>(Assert.IsType<ApproveOutcome.Refused>(outcome).Refusal);
        Assert.Equal(1, await desk.AuditedAsync("action.approval-refused"));
    }

    [Fact]
    public async Task Approve_AgentWhereASupervisorIsAsked_IsRefused()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Policies.ApproverRole = Roles.Supervisor;
        var action = await desk.ProposeAsync();

        Assert.Equal(new ActionRefusal.NeedsRole(Roles.Supervisor), Assert.IsType<ApproveOutcome.Refused>(await desk.ApproveAsync(ActionDesk.Ana, action)).Refusal);
        Assert.IsType<ApproveOutcome.Approved>(await desk.ApproveAsync(ActionDesk.Sue, action));
    }

    [Fact]
    public async Task Approve_QuorumOfTwo_NeedsTwoDifferentPeople()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Policies.Quorum = 2;
        var action = await desk.ProposeAsync();

        Assert.Equal(new ApproveOutcome.Approved(ActionState.AwaitingApproval, 1, 2), await desk.ApproveAsync(ActionDesk.Ana, action));
        Assert.Equal(new ApproveOutcome.Approved(ActionState.AwaitingApproval, 1, 2), await desk.ApproveAsync(ActionDesk.Ana, action));
        Assert.Equal(new ApproveOutcome.Approved(ActionState.Queued, 2, 2), await desk.ApproveAsync(ActionDesk.Ben, action));
    }

    [Fact]
    public async Task Approve_OwnProposalWhereForbidden_IsRefused()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Policies.NoSelfApproval = true;
        var action = await desk.ProposeAsync(by: ActionDesk.Ana);

        Assert.IsType<ActionRefusal.OwnProposal>(Assert.IsType<ApproveOutcome.Refused>(await desk.ApproveAsync(ActionDesk.Ana, action)).Refusal);
        Assert.IsType<ApproveOutcome.Approved>(await desk.ApproveAsync(ActionDesk.Ben, action));
    }

    [Fact]
    public async Task Edit_NewParameters_VoidsApprovalsAndBindsTheEditor()
    {
        await using var desk = await ActionDesk.OpenAsync();
        (desk.Policies.Quorum, desk.Policies.NoSelfApproval) = (2, true);
        var action = await desk.ProposeAsync();
        await desk.ApproveAsync(ActionDesk.Ana, action);

        var edited = await desk.Host.Get<EditAction>().EditAsync(
            ActionDesk.Ben, action.Id, new JsonObject { ["id"] = "T-1", ["status"] = "waiting" }, SeenContract.Of(action), CancellationToken.None);

        Assert.IsType<EditOutcome.Edited>(edited);
        var now = await desk.FindAsync(action.Id);
        Assert.NotEqual((action.Digest, action.Nonce), (now.Digest, now.Nonce));
        Assert.IsType<ActionRefusal.Stale>(Assert.IsType<ApproveOutcome.Refused>(await desk.ApproveAsync(ActionDesk.Sue, action)).Refusal);
        Assert.IsType<ActionRefusal.OwnProposal>(Assert.IsType<ApproveOutcome.Refused>(await desk.ApproveAsync(ActionDesk.Ben, now)).Refusal);
        Assert.Equal(new ApproveOutcome.Approved(ActionState.AwaitingApproval, 1, 2), await desk.ApproveAsync(ActionDesk.Ana, now));
    }

    [Fact]
    public async Task PreviewEdit_StoresNothing()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();

        var outcome = await desk.Host.Get<EditAction>().PreviewAsync(
            ActionDesk.Ana, action.Id, new JsonObject { ["id"] = "T-1", ["status"] = "waiting" }, CancellationToken.None);

        Assert.Equal("Set ticket T-1 to waiting", Assert.IsType<EditOutcome.Previewed>(outcome).Found.Title);
        Assert.Equal(action.Digest, (await desk.FindAsync(action.Id)).Digest);
    }

    [Theory]
    [InlineData("other", null)]
    [InlineData("because", "words")]
    public async Task Reject_WithoutAStructuredReason_IsRefused(string code, string? comment)
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();

        var outcome = await desk.Host.Get<RejectAction>().RejectAsync(
            ActionDesk.Ana, action.Id, SeenContract.Of(action), new Rejection(code, comment), CancellationToken.None);

        Assert.IsType<ActionRefusal.ReasonMissing>(Assert.IsType<RejectOutcome.Refused>(outcome).Refusal);
        Assert.Equal(ActionState.AwaitingApproval, (await desk.FindAsync(action.Id)).State);
    }

    [Fact]
    public async Task Reject_WithAReason_EndsItForGood()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();

        var outcome = await desk.Host.Get<RejectAction>().RejectAsync(
            ActionDesk.Ana, action.Id, SeenContract.Of(action), new Rejection(RejectionReason.WrongAction, null), CancellationToken.None);
        await desk.SettleAsync();

        Assert.IsType<RejectOutcome.Rejected>(outcome);
        Assert.Equal(ActionState.Rejected, (await desk.FindAsync(action.Id)).State);
        Assert.Empty(desk.Connector.Calls);
    }

    [Fact]
    public async Task Expire_NobodyDecided_BlocksRatherThanRuns()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();
        desk.Host.Clock.Advance(TimeSpan.FromHours(25));

        Assert.IsType<ActionRefusal.Lapsed>(Assert.IsType<ApproveOutcome.Refused>(await desk.ApproveAsync(ActionDesk.Ana, action)).Refusal);
        Assert.Equal(1, await desk.Host.Get<ExpireActions>().SweepAsync(CancellationToken.None));

        Assert.Equal(ActionState.Expired, (await desk.FindAsync(action.Id)).State);
    }

    [Theory]
    [InlineData(Finding.Happened, ActionState.Verified)]
    [InlineData(Finding.DidNotHappen, ActionState.AwaitingApproval)]
    [InlineData(Finding.GivenUp, ActionState.Failed)]
    public async Task Reconcile_UnknownOutcome_EndsOnAPersonsWord(Finding finding, ActionState state)
    {
        await using var desk = await ActionDesk.OpenAsync(IdempotencySupport.None, probe: false);
        desk.Connector.Script.Enqueue(Reply.LostBefore);
        var action = await desk.ApprovedAsync();
        await desk.SettleAsync();
        var seen = SeenContract.Of(await desk.FindAsync(action.Id));
        var reconcile = desk.Host.Get<ReconcileByPerson>();

        var byAgent = await reconcile.ReconcileAsync(ActionDesk.Ana, action.Id, seen, finding, "I looked.", CancellationToken.None);
        var outcome = await reconcile.ReconcileAsync(ActionDesk.Sue, action.Id, seen, finding, "I looked.", CancellationToken.None);

        Assert.IsType<ActionRefusal.Forbidden>(Assert.IsType<ReconcileOutcome.Refused>(byAgent).Refusal);
        Assert.Equal(new ReconcileOutcome.Reconciled(state), outcome);
        Assert.Single(desk.Connector.Calls);
    }

    [Fact]
    public async Task Approvals_WhatWaits_IsShownByRoleAndGroupedByRule()
    {
        await using var desk = await ActionDesk.OpenAsync();
        await desk.ProposeAsync();
        desk.Policies.ApproverRole = Roles.Supervisor;
        await desk.ProposeAsync("T-2");
        var approvals = desk.Host.Get<ReadApprovals>();

        Assert.Equal(1, Assert.Single(await approvals.GroupsAsync(ActionDesk.Ana, CancellationToken.None)).Count);
        Assert.Equal(2, Assert.Single(await approvals.GroupsAsync(ActionDesk.Sue, CancellationToken.None)).Count);
        var first = await approvals.PageAsync(ActionDesk.Sue, null, null, 1, CancellationToken.None);
        var second = await approvals.PageAsync(ActionDesk.Sue, null, first.Next, 1, CancellationToken.None);
        Assert.NotEqual(Assert.Single(first.Items).Action.Id, Assert.Single(second.Items).Action.Id);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Propose_PreparedAnew_WithdrawsOnlyWhatNobodyDecided()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var decided = await desk.ApprovedAsync();
        var undecided = await desk.ProposeAsync("T-2");

        await desk.Host.Get<ProposeActions>().ProposeAsync(ActionDesk.Bot, desk.CaseId, [ActionDesk.Draft("T-2", "waiting")], replace: true, CancellationToken.None);

        Assert.Equal(ActionState.Queued, (await desk.FindAsync(decided.Id)).State);
        Assert.Equal(ActionState.Withdrawn, (await desk.FindAsync(undecided.Id)).State);
    }
}

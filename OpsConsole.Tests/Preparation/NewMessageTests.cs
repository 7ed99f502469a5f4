using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Executing;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Preparing;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Tests.Preparation;

[Collection(nameof(Failpoint))]
public sealed class NewMessageTests
{
    private const string Broken = "Hello,\n\nthe lamp of order W-23187 arrived broken.\n\nLeila Haddad\nleila.haddad@mail.example";
    private const string Voucher = "I would also like a voucher of 10 € for the trouble.";

    [Fact]
    public async Task Prepare_AgainWithNothingNew_KeepsTheVeryProposal()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var before = Assert.Single(await desk.ActionsAsync(id));
        await PrepareAgainAsync(desk, id);
        var after = Assert.Single(await desk.ActionsAsync(id));
        Assert.Equal((before.Id, before.Number, before.Nonce, before.Version), (after.Id, after.Number, after.Nonce, after.Version));
        Assert.All(await desk.StagesAsync(id), stage => Assert.Equal((2, (int?)1), (stage.Run, stage.SameAsRun)));
        Assert.Null((await desk.CaseAsync(id)).ChangesJson);
    }

    [Fact]
    public async Task Prepare_AMessageThatAsksForMore_AddsItAndKeepsTheRest()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var refund = Assert.Single(await desk.ActionsAsync(id));
        await desk.HearAsync(id, Voucher);
        var actions = await desk.ActionsAsync(id);
        Assert.Equal([refund.Id], actions.Where(action => action.Number == 1).Select(action => action.Id));
        Assert.Equal((1, ActionState.AwaitingApproval), (actions[0].Number, actions[0].State));
        Assert.Equal(2, actions.Count);
        var note = Assert.Single(ChangeNote.Of(await desk.CaseAsync(id)));
        Assert.Contains($"Adds: {actions[1].Title}.", note.Lines);
        Assert.Contains($"Stays as before: {refund.Title}.", note.Lines);
        Assert.Contains(note.Lines, line => line.StartsWith("The summary has ", StringComparison.Ordinal));
        Assert.Equal(desk.Host.Clock.GetUtcNow() - TimeSpan.FromMinutes(1), note.Since);
    }

    [Fact]
    public async Task Prepare_AMessageThatMakesItUnclear_WithdrawsAndSaysSo()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var refund = Assert.Single(await desk.ActionsAsync(id));
        await desk.HearAsync(id, "Please refund order W-23187 unless my cousin fixes the lamp by Sunday.");
        Assert.Equal(ActionState.Withdrawn, (await desk.ActionsAsync(id))[0].State);
        var note = Assert.Single(ChangeNote.Of(await desk.CaseAsync(id)));
        Assert.Contains($"No longer recommended: {refund.Title}.", note.Lines);
        Assert.Contains(note.Lines, line => line.StartsWith("Now missing: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prepare_AMessageThatSaysNothing_IsNotedAsSuch()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        await desk.HearAsync(id, "Thanks!");
        Assert.Single(await desk.ActionsAsync(id));
        Assert.NotEmpty(Assert.Single(ChangeNote.Of(await desk.CaseAsync(id))).Lines);
    }

    [Fact]
    public async Task Prepare_WhatIsApprovedOrDone_IsNotProposedASecondTime()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var refund = Assert.Single(await desk.ActionsAsync(id));
        Assert.IsType<ApproveOutcome.Approved>(await desk.Host.Get<ApproveAction>().ApproveAsync(PackDesk.Agent, refund.Id, SeenContract.Of(refund), null, CancellationToken.None));
        await desk.HearAsync(id, "Thanks!");
        Assert.Equal([ActionState.Queued], (await desk.ActionsAsync(id)).Select(action => action.State));

        await desk.Host.Get<DispatchDue>().SweepAsync(CancellationToken.None);
        await desk.Host.Get<LookDue>().SweepAsync(CancellationToken.None);
        await desk.HearAsync(id, "Thanks again!");
        Assert.Contains(await desk.FactsAsync(id), fact => fact.Attribute == "order.status" && fact.Display == "refunded");
        Assert.Equal([ActionState.Verified], (await desk.ActionsAsync(id)).Select(action => action.State));
    }

    [Fact]
    public async Task Prepare_WhatWasRejected_ComesBackOnlyWithOtherFacts()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var refund = Assert.Single(await desk.ActionsAsync(id));
        await desk.Host.Get<RejectAction>().RejectAsync(PackDesk.Agent, refund.Id, SeenContract.Of(refund), new Rejection(RejectionReason.WrongAction, "no"), CancellationToken.None);
        await desk.HearAsync(id, "Hello?");
        Assert.Equal([ActionState.Rejected], (await desk.ActionsAsync(id)).Select(action => action.State));
    }

    [Fact]
    public async Task Prepare_SoonAfter_DoesNotReadAgainAndLaterDoes()
    {
        using var desk = await PreparedDesk.OpenAsync();
        var id = await desk.PrepareAsync(Broken);
        var first = (await desk.FactsAsync(id)).Max(fact => fact.ObservedAt);
        await desk.HearAsync(id, "Thanks!");
        Assert.Equal(first, (await desk.FactsAsync(id)).Where(fact => fact.Record is not null).Max(fact => fact.ObservedAt));
        await desk.HearAsync(id, "Thanks again!", StageReuse.RecordsStand + TimeSpan.FromMinutes(1));
        Assert.Equal(desk.Host.Clock.GetUtcNow(), (await desk.FactsAsync(id)).Where(fact => fact.Record is not null).Max(fact => fact.ObservedAt));
    }

    private static async Task PrepareAgainAsync(PreparedDesk desk, Guid id)
    {
        await desk.Host.Database.WriteAsync(async db => (await db.Set<Case>().SingleAsync(row => row.Id == id)).PrepareAt = desk.Host.Clock.GetUtcNow(), CancellationToken.None);
        await desk.SweepAsync();
    }
}

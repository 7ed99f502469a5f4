using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Actions;

/// <summary>What policies decided is recorded with all that they saw, and the record follows the action.</summary>
[Collection(nameof(Failpoint))]
public sealed class DecisionRecordTests
{
    [Fact]
    public async Task Propose_Stored_RecordsTheDecisionWithItsWholeInput()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();

        var record = Assert.Single(await RecordsAsync(desk, action));
        Assert.Equal((action.DecisionId, DecisionStage.Proposed, DecisionFate.Waiting), (record.Id, record.Stage, record.Fate));
        Assert.Equal(("desk.set_status", desk.CaseId, action.Number, "tickets/R1"), (record.ActionTypeId, record.CaseId, record.ActionNumber, record.Fired));
        var input = await desk.Host.Database.ReadAsync(db => db.Set<DecisionInput>().SingleAsync(row => row.DecisionId == record.Id), CancellationToken.None);
        var seen = DecisionSnapshot.Unpack(input.Snapshot)!;
        Assert.Equal(("open", "closed"), ((string?)seen["ticket"]!["status"], (string?)seen["parameters"]!["status"]));
        Assert.Equal(record.CaseNumber, (long)seen["case"]!["number"]!);
    }

    [Fact]
    public async Task Propose_Refused_RecordsNothing()
    {
        await using var desk = await ActionDesk.OpenAsync();
        await desk.ProposeAsync(ActionDesk.Bot, ActionDesk.Draft("no such ticket", "closed"));

        Assert.Empty(await desk.Host.Database.ReadAsync(db => db.Set<DecisionRecord>().ToListAsync(), CancellationToken.None));
        Assert.Empty(await desk.Host.Database.ReadAsync(db => db.Set<DecisionInput>().ToListAsync(), CancellationToken.None));
    }

    [Fact]
    public async Task Propose_CriterionNotMet_RecordsThatTheActionTypeForbidsIt()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync(status: "open");

        var record = Assert.Single(await RecordsAsync(desk, action));
        Assert.Equal((Verdict.Deny, DecisionFate.Denied, "The ticket is open already."), (record.Verdict, record.Fate, record.Barred));
    }

    [Fact]
    public async Task Settle_ApprovedAndVerified_TheRecordSaysByWhomAndHow()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        await desk.SettleAsync();

        var record = Assert.Single(await RecordsAsync(desk, action));
        Assert.Equal((DecisionFate.Approved, "ana", "Ana Agent", DecisionOutcome.Verified), (record.Fate, record.FateBy, record.FateByName, record.Outcome));
        Assert.NotNull(record.FateAt);
        Assert.NotNull(record.OutcomeAt);
    }

    [Fact]
    public async Task Reject_WithAReason_TheRecordHasIt()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();
        await desk.Host.Get<RejectAction>().RejectAsync(
            ActionDesk.Ana, action.Id, SeenContract.Of(action), new Rejection(RejectionReason.WrongAmount, null), CancellationToken.None);

        var record = Assert.Single(await RecordsAsync(desk, action));
        Assert.Equal((DecisionFate.Rejected, RejectionReason.WrongAmount, "ana"), (record.Fate, record.ReasonCode, record.FateBy));
    }

    [Fact]
    public async Task Edit_Waiting_TheFirstRecordIsEditedAndTheSecondInForce()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();
        var parameters = new JsonObject { ["id"] = "T-1", ["status"] = "waiting" };
        await desk.Host.Get<EditAction>().EditAsync(ActionDesk.Ana, action.Id, parameters, SeenContract.Of(action), CancellationToken.None);

        var records = await RecordsAsync(desk, action);
        Assert.Equal([(DecisionStage.Proposed, DecisionFate.Edited), (DecisionStage.Edited, DecisionFate.Waiting)], records.Select(record => (record.Stage, record.Fate)));
        Assert.Equal(("ana", records[1].Id), (records[0].FateBy, (await desk.FindAsync(action.Id)).DecisionId));
    }

    [Fact]
    public async Task Dispatch_FactsChanged_TheApprovedRecordDidNotRunAndANewOneWaits()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Connector.Put("T-1", "waiting");
        await desk.DispatchAsync();

        Assert.Equal(
            [(DecisionStage.Proposed, DecisionFate.Approved, DecisionOutcome.NotRun), (DecisionStage.Returned, DecisionFate.Waiting, DecisionOutcome.None)],
            (await RecordsAsync(desk, action)).Select(record => (record.Stage, record.Fate, record.Outcome)));
    }

    [Fact]
    public async Task Dispatch_DeniedByNow_TheNewRecordSaysSo()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Policies.Verdict = Verdict.Deny;
        await desk.DispatchAsync();

        Assert.Equal(
            [(DecisionFate.Approved, DecisionOutcome.NotRun), (DecisionFate.Denied, DecisionOutcome.None)],
            (await RecordsAsync(desk, action)).Select(record => (record.Fate, record.Outcome)));
    }

    [Fact]
    public async Task Expire_Undecided_TheRecordLapses()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();
        desk.Host.Clock.Advance(TimeSpan.FromHours(25));
        await desk.Host.Get<ExpireActions>().SweepAsync(CancellationToken.None);

        Assert.Equal(DecisionFate.Expired, Assert.Single(await RecordsAsync(desk, action)).Fate);
    }

    [Fact]
    public async Task Audit_EveryLineOfAnAction_NamesItsDecision()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        await desk.SettleAsync();

        var lines = await desk.Host.Database.ReadAsync(
            db => db.Database.SqlQuery<string>($"SELECT DetailsJson AS Value FROM audit_log WHERE Event LIKE 'action.%'").ToListAsync(), CancellationToken.None);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(action.DecisionId, (long?)JsonNode.Parse(line)!["decision"]));
    }

    private static Task<List<DecisionRecord>> RecordsAsync(ActionDesk desk, ProposedAction action) => desk.Host.Database.ReadAsync(
        db => db.Set<DecisionRecord>().Where(row => row.ActionId == action.Id).OrderBy(row => row.Id).ToListAsync(), CancellationToken.None);
}

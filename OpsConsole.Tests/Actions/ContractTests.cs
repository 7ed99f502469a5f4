using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Foundation.Failpoints;
using OpsConsole.Core.Policies;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Actions;

[Collection(nameof(Failpoint))]
public sealed class ContractTests
{
    [Theory]
    [InlineData("parameters")]
    [InlineData("targets")]
    [InlineData("material")]
    [InlineData("nonce")]
    [InlineData("digest")]
    [InlineData("decision")]
    [InlineData("case")]
    public async Task Dispatch_StoredContractAltered_IsRefusedAndAudited(string what)
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        var id = action.Id.ToString().ToUpperInvariant();
        await desk.TamperAsync(what switch
        {
            "parameters" => $"UPDATE actions SET ParametersJson = '{{\"id\":\"T-2\",\"status\":\"closed\"}}' WHERE upper(Id) = {id}",
            "targets" => $"UPDATE actions SET TargetsJson = '{{\"desk/tickets/T-1\":\"9\"}}' WHERE upper(Id) = {id}",
            "material" => $"UPDATE actions SET MaterialJson = '{{\"status\":\"waiting\"}}' WHERE upper(Id) = {id}",
            "nonce" => $"UPDATE actions SET Nonce = '01890000-0000-7000-8000-000000000000' WHERE upper(Id) = {id}",
            "digest" => $"UPDATE actions SET Digest = 'abc' WHERE upper(Id) = {id}",
            "decision" => $"DELETE FROM action_decisions WHERE upper(ActionId) = {id}",
            _ => $"UPDATE actions SET ProposedBy = 'ana' WHERE upper(Id) = {id}",
        });

        await desk.DispatchAsync();

        Assert.Empty(desk.Connector.Calls);
        Assert.Equal(ActionState.AwaitingApproval, (await desk.FindAsync(action.Id)).State);
        Assert.Equal(1, await desk.AuditedAsync("action.returned"));
    }

    [Fact]
    public async Task Dispatch_StateForgedToQueued_IsRefused()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ProposeAsync();
        var id = action.Id.ToString().ToUpperInvariant();
        await desk.TamperAsync($"UPDATE actions SET State = 'Queued', DueAt = 1 WHERE upper(Id) = {id}");

        await desk.SettleAsync();

        Assert.Empty(desk.Connector.Calls);
        Assert.Equal(ActionState.AwaitingApproval, (await desk.FindAsync(action.Id)).State);
    }

    [Fact]
    public async Task Dispatch_PoliciesChanged_ComesBackUnderANewContract()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Policies.Digest = "policies-2";

        await desk.DispatchAsync();

        var returned = await desk.FindAsync(action.Id);
        Assert.Equal(ActionState.AwaitingApproval, returned.State);
        Assert.NotEqual((action.Nonce, action.Digest), (returned.Nonce, returned.Digest));
        Assert.Empty(desk.Connector.Calls);
    }

    [Fact]
    public async Task Dispatch_PoliciesDenyByNow_IsDenied()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Policies.Verdict = Verdict.Deny;

        await desk.DispatchAsync();

        Assert.Equal(ActionState.Denied, (await desk.FindAsync(action.Id)).State);
        Assert.Empty(desk.Connector.Calls);
    }

    [Fact]
    public async Task Dispatch_MaterialFactChanged_ComesBackShowingOnlyTheChange()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Connector.Put("T-1", "waiting");

        await desk.DispatchAsync();

        var returned = await desk.FindAsync(action.Id);
        var lines = ActionJson.ReadList<ChangedLine>(returned.ChangedJson);
        Assert.Equal(new ChangedLine("Status", "open", "waiting"), Assert.Single(lines.Distinct()));
        Assert.Empty(desk.Connector.Calls);
        Assert.IsType<ApproveOutcome.Approved>(await desk.ApproveAsync(ActionDesk.Ana, returned));
        await desk.SettleAsync();
        Assert.Equal(ActionState.Verified, (await desk.FindAsync(action.Id)).State);
    }

    [Fact]
    public async Task Dispatch_UnrelatedFieldChanged_BothersNobody()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Connector.Put("T-1", "open", note: "called back");

        await desk.SettleAsync();

        Assert.Equal(ActionState.Verified, (await desk.FindAsync(action.Id)).State);
    }

    [Fact]
    public async Task Dispatch_RecordGone_IsDenied()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Connector.Remove("T-1");

        await desk.SettleAsync();

        Assert.Equal(ActionState.Denied, (await desk.FindAsync(action.Id)).State);
        Assert.Empty(desk.Connector.Calls);
    }

    [Fact]
    public async Task Dispatch_ActionTypeSucceeded_ComesBack()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        await desk.Host.Get<IActionTypes>().SaveAsync(ActionDesk.Type(IdempotencySupport.NativeKey, probe: true) with { Description = "New words." }, CancellationToken.None);

        await desk.DispatchAsync();

        var returned = await desk.FindAsync(action.Id);
        Assert.Equal((ActionState.AwaitingApproval, 2), (returned.State, returned.ActionTypeVersion));
    }

    [Fact]
    public async Task Dispatch_ApprovalLapsed_Expires()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Host.Clock.Advance(TimeSpan.FromHours(25));

        await desk.DispatchAsync();

        Assert.Equal(ActionState.Expired, (await desk.FindAsync(action.Id)).State);
        Assert.Empty(desk.Connector.Calls);
    }

    [Fact]
    public async Task Dispatch_ExpiryAlteredToLater_IsStillBoundToTheDecision()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        var id = action.Id.ToString().ToUpperInvariant();
        await desk.TamperAsync($"UPDATE actions SET ExpiresAt = 9000000000000000 WHERE upper(Id) = {id}");
        desk.Host.Clock.Advance(TimeSpan.FromHours(25));

        await desk.DispatchAsync();

        Assert.Equal(ActionState.AwaitingApproval, (await desk.FindAsync(action.Id)).State);
        Assert.Empty(desk.Connector.Calls);
    }

    [Fact]
    public async Task Dispatch_OwnEarlierActionChangedTheRecord_IsAccepted()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var drafts = await desk.ProposeAsync(ActionDesk.Bot, ActionDesk.Draft("T-1", "waiting"), ActionDesk.Draft("T-1", "closed", after: 0));
        foreach (var draft in drafts.Cast<DraftOutcome.Stored>())
        {
            await desk.ApproveAsync(ActionDesk.Ana, await desk.FindAsync(draft.Id));
        }

        await desk.SettleAsync();

        Assert.Equal([("T-1", "waiting"), ("T-1", "closed")], desk.Connector.Effects);
        Assert.Equal(0, await desk.AuditedAsync("action.returned"));
    }

    [Fact]
    public async Task Dispatch_EarlierActionRefused_ReturnsTheNextToAPerson()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Connector.Script.Enqueue(Reply.Refused);
        var drafts = (await desk.ProposeAsync(ActionDesk.Bot, ActionDesk.Draft("T-1", "waiting"), ActionDesk.Draft("T-2", "closed", after: 0))).Cast<DraftOutcome.Stored>().ToList();
        foreach (var draft in drafts)
        {
            await desk.ApproveAsync(ActionDesk.Ana, await desk.FindAsync(draft.Id));
        }

        await desk.SettleAsync();

        var next = await desk.FindAsync(drafts[1].Id);
        Assert.Equal((ActionState.AwaitingApproval, null), (next.State, next.DependsOn));
        Assert.Single(desk.Connector.Calls);
    }

    [Fact]
    public async Task Undo_VerifiedAction_IsUndoneOnceTheCompensationIsVerified()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        await desk.SettleAsync();

        var undo = Assert.IsType<UndoOutcome.Proposed>(await desk.Host.Get<UndoAction>().UndoAsync(ActionDesk.Ana, action.Id, CancellationToken.None));
        var again = await desk.Host.Get<UndoAction>().UndoAsync(ActionDesk.Ana, action.Id, CancellationToken.None);
        Assert.IsType<ActionRefusal.NothingToUndo>(Assert.IsType<UndoOutcome.Refused>(again).Refusal);
        await desk.ApproveAsync(ActionDesk.Ana, await desk.FindAsync(undo.Compensation.Id));
        await desk.SettleAsync();

        Assert.Equal(ActionState.Undone, (await desk.FindAsync(action.Id)).State);
        Assert.Equal([("T-1", "closed"), ("T-1", "open")], desk.Connector.Effects);
    }
}

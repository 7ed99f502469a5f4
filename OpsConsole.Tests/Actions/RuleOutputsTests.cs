using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Actions.Telling;
using OpsConsole.Core.Audit;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Actions;

/// <summary>What a rule asks for besides a person: blind approvals, things to hand in, roles to be told.</summary>
public sealed class RuleOutputsTests
{
    private static readonly Actor Sam = new(ActorKind.Person, "sam", "Sam Supervisor", [Roles.Supervisor]);
    private static readonly Actor Ada = new(ActorKind.Person, "ada", "Ada Auditor", [Roles.Auditor]);

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Read_WhileTheQuorumIsOpen_TellsALaterApproverOnlyWhereItIsNotBlind(bool blind, int shown)
    {
        await using var desk = await ActionDesk.OpenAsync();
        (desk.Policies.Quorum, desk.Policies.Blind) = (2, blind);
        var action = await desk.ProposeAsync();
        await desk.Host.Get<ApproveAction>().ApproveAsync(ActionDesk.Ana, action.Id, SeenContract.Of(action), "clear to me", CancellationToken.None);

        var view = await ViewAsync(desk, ActionDesk.Ben, action);
        Assert.Equal((shown, 1), (view.Decisions.Count, view.Approvals));
        Assert.Single((await ViewAsync(desk, ActionDesk.Ana, action)).Decisions);
        await desk.ApproveAsync(ActionDesk.Ben, action);
        Assert.Equal(2, (await ViewAsync(desk, Sam, action)).Decisions.Count);
    }

    [Fact]
    public async Task SearchAudit_WhileABlindQuorumIsOpen_WithholdsWhoApprovedFromWhoeverStillMay()
    {
        await using var desk = await ActionDesk.OpenAsync();
        (desk.Policies.Quorum, desk.Policies.Blind) = (2, true);
        var action = await desk.ProposeAsync();
        await desk.Host.Get<ApproveAction>().ApproveAsync(ActionDesk.Sue, action.Id, SeenContract.Of(action), "clear to me", CancellationToken.None);

        var told = await ApprovalRowAsync(desk, Sam, action);
        Assert.Equal(("", "Withheld until enough have approved", """{"withheld":true}"""), (told.ActorId, told.ActorName, told.DetailsJson));
        Assert.DoesNotContain(await SearchAsync(desk, Sam, new AuditFilter(ActorId: "sue")), row => row.Event == "action.approved");
        Assert.DoesNotContain(await SearchAsync(desk, Sam, new AuditFilter(Text: "Sue")), row => row.Event == "action.approved");
        Assert.Equal("sue", (await ApprovalRowAsync(desk, ActionDesk.Sue, action)).ActorId);
        Assert.Equal("sue", (await ApprovalRowAsync(desk, Ada, action)).ActorId);
        Assert.DoesNotContain("sue", (await desk.Host.Get<SearchAudit>().ExportCaseAsync(Sam, desk.CaseId, CancellationToken.None))!.Select(row => row.ActorId));

        await desk.ApproveAsync(Sam, action);
        Assert.Equal(["sue", "sam"], (await SearchAsync(desk, Sam, new AuditFilter(Subject: $"action/{action.Id}"))).Where(row => row.Event == "action.approved").OrderBy(row => row.Sequence).Select(row => row.ActorId));
    }

    [Fact]
    public async Task Approve_WithoutWhatTheRuleAsksFor_IsRefused()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Policies.Attach = ["photo", "receipt"];
        var action = await desk.ProposeAsync();

        Assert.Equal(["photo", "receipt"], await MissingAsync(desk, action));
        Assert.Equal(["receipt"], await MissingAsync(desk, action, new Attachment("photo", "https://files/1.jpg"), new Attachment("receipt", " ")));
        Assert.Equal(["photo"], await MissingAsync(desk, action, new Attachment("photo", "a"), new Attachment("photo", "b"), new Attachment("receipt", "no 7")));
        Assert.Equal(["receipt", "no “letter”"], await MissingAsync(desk, action, new Attachment("photo", "a"), new Attachment("letter", "b")));
        Assert.Equal(["photo"], await MissingAsync(desk, action, new Attachment("photo", new string('x', 4001)), new Attachment("receipt", "no 7")));
        Assert.Equal(ActionState.AwaitingApproval, (await desk.FindAsync(action.Id)).State);
        Assert.Equal(5, await desk.AuditedAsync("action.approval-refused"));
    }

    [Fact]
    public async Task Approve_WithWhatTheRuleAsksFor_KeepsItWithTheDecisionAndInTheLog()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Policies.Attach = ["photo"];
        var action = await desk.ProposeAsync();
        Assert.IsType<ApproveOutcome.Approved>(await ApproveAsync(desk, action, new Attachment("photo", "https://files/1.jpg")));

        Assert.Equal([new Attachment("photo", "https://files/1.jpg")], (await ViewAsync(desk, ActionDesk.Ben, action)).Decisions.Single().Attachments);
        Assert.Contains("""{"content":"https://files/1.jpg","name":"photo"}""", (await ApprovalRowAsync(desk, Ada, action)).DetailsJson, StringComparison.Ordinal);
        await desk.SettleAsync();
        Assert.Equal(ActionState.Verified, (await desk.FindAsync(action.Id)).State);
    }

    [Fact]
    public async Task Dispatch_AnAttachmentTakenOutOfStorage_ComesBack()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Policies.Attach = ["photo"];
        var action = await desk.ProposeAsync();
        await ApproveAsync(desk, action, new Attachment("photo", "https://files/1.jpg"));
        await desk.TamperAsync($"UPDATE action_decisions SET AttachmentsJson = '[]'");

        await desk.DispatchAsync();
        Assert.Equal(ActionState.AwaitingApproval, (await desk.FindAsync(action.Id)).State);
        Assert.Empty(await desk.RunsAsync(action.Id));
    }

    [Fact]
    public async Task Dispatch_TheRuleAsksForMoreByThen_ComesBack()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var action = await desk.ApprovedAsync();
        desk.Policies.Attach = ["photo"];
        await desk.DispatchAsync();
        Assert.Equal(ActionState.AwaitingApproval, (await desk.FindAsync(action.Id)).State);
    }

    [Fact]
    public async Task Notices_OfADecisionAndItsEnd_ReachTheRoleAndNobodyElse()
    {
        await using var desk = await ActionDesk.OpenAsync();
        desk.Policies.Notify = ["supervisor"];
        var action = await desk.ApprovedAsync();
        await desk.SettleAsync();
        var notices = desk.Host.Get<ReadNotices>();

        var told = await notices.UnreadAsync(Sam, CancellationToken.None);
        Assert.Equal([NoticeKind.Approved, NoticeKind.Executed], told.Select(notice => notice.Happened).Order());
        var approved = told.Single(notice => notice.Happened == NoticeKind.Approved);
        Assert.Equal((action.Id, "Ana Agent", "tickets/R1"), (approved.ActionId, approved.ByName, approved.Rule));
        Assert.Empty(await notices.UnreadAsync(ActionDesk.Ben, CancellationToken.None));
        Assert.Equal(0, await notices.MarkReadAsync(ActionDesk.Ben, [.. told.Select(notice => notice.Id)], CancellationToken.None));

        Assert.Equal(1, await notices.MarkReadAsync(Sam, [told[0].Id], CancellationToken.None));
        Assert.Equal(0, await notices.MarkReadAsync(Sam, [told[0].Id], CancellationToken.None));
        Assert.Equal((1, 2), (await notices.CountUnreadAsync(Sam, CancellationToken.None), await notices.CountUnreadAsync(ActionDesk.Sue, CancellationToken.None)));
    }

    [Fact]
    public async Task Notices_OfADenialAndARejection_SayWhy()
    {
        await using var desk = await ActionDesk.OpenAsync();
        (desk.Policies.Notify, desk.Policies.Verdict) = (["supervisor"], Verdict.Deny);
        await desk.ProposeAsync();
        desk.Policies.Verdict = Verdict.RequireApproval;
        var action = await desk.ProposeAsync("T-2");
        await desk.Host.Get<RejectAction>().RejectAsync(ActionDesk.Ana, action.Id, SeenContract.Of(action), new Rejection(RejectionReason.Other, "not ours"), CancellationToken.None);

        var told = await desk.Host.Get<ReadNotices>().UnreadAsync(Sam, CancellationToken.None);
        Assert.Equal([(NoticeKind.Denied, "Tickets are changed by people."), (NoticeKind.Rejected, "not ours")], told.Select(notice => (notice.Happened, notice.Reason)).Order());
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(ActionDesk desk, ProposedAction action, params IReadOnlyList<Attachment> attachments) =>
        Assert.IsType<ActionRefusal.AttachmentsMissing>(Assert.IsType<ApproveOutcome.Refused>(await ApproveAsync(desk, action, attachments)).Refusal).Names;

    private static Task<ApproveOutcome> ApproveAsync(ActionDesk desk, ProposedAction action, params IReadOnlyList<Attachment> attachments) =>
        desk.Host.Get<ApproveAction>().ApproveAsync(ActionDesk.Ana, action.Id, SeenContract.Of(action), null, attachments, CancellationToken.None);

    private static async Task<ActionView> ViewAsync(ActionDesk desk, Actor by, ProposedAction action) =>
        (await desk.Host.Get<ReadActions>().FindAsync(by, action.Id, CancellationToken.None))!;

    private static async Task<IReadOnlyList<AuditRecord>> SearchAsync(ActionDesk desk, Actor by, AuditFilter filter) =>
        (await desk.Host.Get<SearchAudit>().FindAsync(by, filter, CancellationToken.None))!.Rows;

    private static async Task<AuditRecord> ApprovalRowAsync(ActionDesk desk, Actor by, ProposedAction action) =>
        (await SearchAsync(desk, by, new AuditFilter(Subject: $"action/{action.Id}"))).Single(row => row.Event == "action.approved");
}

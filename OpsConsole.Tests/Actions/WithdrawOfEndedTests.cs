using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Deciding;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Working;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Actions;

public sealed class WithdrawOfEndedTests
{
    [Fact]
    public async Task Resolve_WithAProposalThatNobodyDecided_WithdrawsItAndNothingElse()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var done = await desk.ApprovedAsync("T-1");
        await desk.SettleAsync();
        var waiting = await desk.ProposeAsync("T-2");

        Assert.IsType<CaseOutcome.Done>(await ResolveAsync(desk));

        var withdrawn = await desk.FindAsync(waiting.Id);
        Assert.Equal((ActionState.Withdrawn, "Its case was resolved without it."), (withdrawn.State, withdrawn.StateReason));
        Assert.Equal(ActionState.Verified, (await desk.FindAsync(done.Id)).State);
        Assert.Equal(1, await desk.AuditedAsync("action.withdrawn"));
        Assert.IsType<ApproveOutcome.Refused>(await desk.ApproveAsync(ActionDesk.Ana, withdrawn));
    }

    [Fact]
    public async Task Resolve_Refused_LeavesWhatWaits()
    {
        await using var desk = await ActionDesk.OpenAsync();
        var waiting = await desk.ProposeAsync("T-1");

        Assert.IsType<CaseOutcome.Refused>(await ResolveAsync(desk, resolution: " "));

        Assert.Equal(ActionState.AwaitingApproval, (await desk.FindAsync(waiting.Id)).State);
    }

    private static Task<Case> CaseAsync(ActionDesk desk) => desk.Host.Database.ReadAsync(db => db.Set<Case>().SingleAsync(row => row.Id == desk.CaseId), CancellationToken.None);

    private static async Task<CaseOutcome> ResolveAsync(ActionDesk desk, string resolution = "Answered by telephone.") =>
        await desk.Host.Get<ResolveCase>().ResolveAsync(ActionDesk.Ana, desk.CaseId, (await CaseAsync(desk)).Version, resolution, CancellationToken.None);
}

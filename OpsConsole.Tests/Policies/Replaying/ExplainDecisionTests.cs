using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Judging;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Policies.Replaying;

public sealed class ExplainDecisionTests
{
    private static readonly string Stricter = PolicyTexts.Refunds.Replace("\"(25..100]\"", "\"(25..30]\"", StringComparison.Ordinal);

    [Fact]
    public async Task Find_RulesInForceJudgedIt_ShowsEveryRow()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var trace = await FindAsync(desk, await desk.RecordAsync(60));

        Assert.Null(trace!.Doubt);
        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], trace.Explanation!.Tables[0].Rows.Select(row => row.RuleId));
        Assert.Equal(RowState.Fired, trace.Explanation.Tables[0].Rows[2].State);
        Assert.NotEmpty(trace.Flips);
    }

    [Fact]
    public async Task Find_RulesHaveChangedSince_AreThoseOfThatTime()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var id = await desk.RecordAsync(60);
        await PublishAsync(desk, Stricter);

        var trace = await FindAsync(desk, id);

        Assert.Null(trace!.Doubt);
        Assert.Equal((1, RowState.Fired), (trace.Explanation!.Tables[0].Version, trace.Explanation.Tables[0].Rows.Single(row => row.RuleId == "R3").State));
        Assert.Equal(2, (await FindAsync(desk, await desk.RecordAsync(28)))!.Explanation!.Tables[0].Version);
    }

    [Fact]
    public async Task Find_TextOfThatTimeAltered_SaysThatItCannotBeShown()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var id = await desk.RecordAsync(60);
        await PublishAsync(desk, Stricter);
        await desk.Host.Database.WriteAsync(db => db.Database.ExecuteSqlAsync($"UPDATE policy_versions SET Text = replace(Text, '100', '900') WHERE Version = 1"), CancellationToken.None);

        var trace = await FindAsync(desk, id);

        Assert.Null(trace!.Explanation);
        Assert.Contains("no longer stored as they were published", trace.Doubt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_StoredVerdictIsAnother_SaysSo()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var id = await desk.RecordAsync(60);
        await desk.Host.Database.WriteAsync(db => db.Database.ExecuteSqlAsync($"UPDATE policy_decisions SET Verdict = 'Allow' WHERE Id = {id}"), CancellationToken.None);

        Assert.Contains("say something else", (await FindAsync(desk, id))!.Doubt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_InputDamaged_SaysSo()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var id = await desk.RecordAsync(60);
        await desk.Host.Database.WriteAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM policy_decision_inputs"), CancellationToken.None);

        Assert.Contains("damaged", (await FindAsync(desk, id))!.Doubt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_ByWhoMayNot_GivesNothing()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var program = new Actor(ActorKind.Service, "bot", "Planner", [Roles.Proposer]);

        Assert.Null(await desk.Host.Get<ExplainDecision>().FindAsync(program, await desk.RecordAsync(60), CancellationToken.None));
    }

    private static Task<DecisionTrace?> FindAsync(ReplayDesk desk, long id) => desk.Host.Get<ExplainDecision>().FindAsync(ReplayDesk.Mara, id, CancellationToken.None);

    private static async Task PublishAsync(ReplayDesk desk, string text) =>
        Assert.IsType<PublishOutcome.Published>(await desk.Host.Get<PublishPolicies>().PublishAsync(Actor.Jobs, [new PolicyFile("0.yaml", text)], CancellationToken.None));
}

using System.Text.Json.Nodes;
using OpsConsole.Core.Policies.Replaying;
using OpsConsole.Tests.Fakes;

namespace OpsConsole.Tests.Policies.Replaying;

public sealed class ReplayPolicyTests
{
    /// <summary>Lets up to 60 € run alone, and forbids what is over 300 €.</summary>
    private static readonly string Draft = PolicyTexts.Refunds
        .Replace("\"<= 25\"", "\"<= 60\"", StringComparison.Ordinal)
        .Replace("\"(25..100]\"", "\"(60..100]\"", StringComparison.Ordinal)
        + """

          - { id: R6, when: { amount: "> 300" }, verdict: deny, reason: "Over 300 €." }
        """;

    [Fact]
    public async Task Run_DraftChangesLimits_CountsWhatMovesWithTheMoney()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        foreach (var amount in new[] { 10m, 40m, 50m, 80m, 200m, 400m })
        {
            await desk.RecordAsync(amount);
        }

        var report = await desk.ReplayAsync(Draft);

        Assert.Equal((6, 2, 1, 3), (report.Judged, report.Looser, report.Stricter, report.Moved));
        Assert.Equal(
            [
                "Alone>Alone 1 1000", "Agent>Alone 2 9000", "Agent>Agent 1 8000", "Supervisor>Supervisor 1 20000", "Supervisor>Denied 1 40000",
            ],
            report.Moves.Select(move => $"{move.Before}>{move.After} {move.Count} {Assert.Single(move.Amounts).Amount}"));
        Assert.Equal(["Alone 1", "Agent 3", "Supervisor 2"], report.Then.Select(then => $"{then.Way} {then.Count}"));
        Assert.Equal([("R2", 1, 3), ("R3", 3, 1), ("R4", 2, 2), ("R6", 0, 1)], report.Rules.Where(rule => rule.Before + rule.After > 0).Select(rule => (rule.RuleId, rule.Before, rule.After)));
        Assert.Equal([40000, 5000, 4000], report.Cases.Select(moved => moved.Amount));
        Assert.Equal((1, ReplayWay.Supervisor, ReplayWay.Denied, "Over 300 €."), (report.PresentVersion, report.Cases[0].Before, report.Cases[0].After, report.Cases[0].Reason));
    }

    [Fact]
    public async Task Run_SameText_MovesNothing()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        await desk.RecordAsync(10);
        await desk.RecordAsync(400);

        var report = await desk.ReplayAsync(PolicyTexts.Refunds);

        Assert.Equal((2, 0, 0), (report.Judged, report.Moved, report.Demands));
    }

    [Fact]
    public async Task Run_WhatBecameOfThem_IsHeldAgainstWhatTheDraftDoes()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        await desk.RecordAsync(50, outcome: DecisionOutcome.Contradicted);
        await desk.RecordAsync(40, new DecidedFate(DecisionFate.Rejected, "mara", "Mara Agent", "wrong-amount"));
        await desk.RecordAsync(400, outcome: DecisionOutcome.Undone);
        await desk.RecordAsync(500, outcome: DecisionOutcome.Verified);
        await desk.RecordAsync(70, outcome: DecisionOutcome.Verified);

        var report = await desk.ReplayAsync(Draft);

        Assert.Equal(
            [new(ReplayEnd.Well, 1, 0, 0, 1), new(ReplayEnd.Overridden, 0, 0, 1, 0), new(ReplayEnd.Badly, 1, 0, 1, 0), new(ReplayEnd.Open, 0, 0, 0, 0)],
            report.Hindsight);
        Assert.Contains(report.Cases, moved => moved is { Fate: DecisionFate.Rejected, ReasonCode: "wrong-amount", FateByName: "Mara Agent" });
    }

    [Fact]
    public async Task Run_OnlyTheQuorumDiffers_IsAnotherDemandAndNoMove()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        await desk.RecordAsync(200);

        var report = await desk.ReplayAsync(PolicyTexts.Refunds.Replace("quorum: 2", "quorum: 3", StringComparison.Ordinal));

        Assert.Equal((0, 1), (report.Moved, report.Demands));
    }

    [Fact]
    public async Task Run_ActionTypeForbidsIt_NoDraftLetsItThrough()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        await desk.RecordAsync(50, barred: "Nothing was taken.");

        var report = await desk.ReplayAsync(Draft);

        Assert.Equal((1, 0), (report.Judged, report.Moved));
        Assert.Equal(ReplayWay.Denied, Assert.Single(report.Moves).After);
    }

    [Fact]
    public async Task Run_OtherPoliciesInForce_JudgeOnBothSides()
    {
        var house = PolicyTexts.Everything.Replace("action.reversibility", "action.amount", StringComparison.Ordinal).Replace("'\"irreversible\"'", "\"> 45\"", StringComparison.Ordinal);
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds, house);
        await desk.RecordAsync(40);
        await desk.RecordAsync(50);

        var report = await desk.ReplayAsync(Draft);

        Assert.Equal(["Agent>Alone", "Supervisor>Supervisor"], report.Moves.Select(move => $"{move.Before}>{move.After}"));
    }

    [Fact]
    public async Task Run_NewPolicyForSeveralTypes_ReplaysWhatItWouldGovern()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        await desk.RecordAsync(ReplayDesk.Input(10), actionType: "sandbox.grant_credit");
        await desk.RecordAsync(ReplayDesk.Input(10), actionType: "sandbox.open_ticket");
        await desk.RecordAsync(10);

        var report = await desk.ReplayAsync("""
            id: limits
            title: Limits
            owner: Finance
            source: FIN-9
            governs: { action-types: [sandbox.grant_credit, sandbox.refund_payment] }
            inputs:
              - { name: amount, expression: action.amount }
            rules:
              - { id: L1, when: { amount: "> 5" }, verdict: deny, reason: Over 5. }
            """);

        Assert.Equal((2, null), (report.Judged, report.PresentVersion));
        Assert.Equal(["Alone>Denied", "Supervisor>Denied"], report.Moves.Select(move => $"{move.Before}>{move.After}"));
    }

    [Fact]
    public async Task Run_LimitedToCaseTypes_LeavesOthersOut()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds.Replace("sandbox.refund_payment]", "sandbox.refund_payment], case-types: [refund]", StringComparison.Ordinal));
        await desk.RecordAsync(50);
        await desk.RecordAsync(ReplayDesk.Input(50, caseType: "goodwill"));
        await desk.RecordAsync(ReplayDesk.Input(50, caseType: null));

        var report = await desk.ReplayAsync(Draft.Replace("sandbox.refund_payment]", "sandbox.refund_payment], case-types: [refund]", StringComparison.Ordinal));

        Assert.Equal((2, 2), (report.Judged, report.Looser));
    }

    [Fact]
    public async Task Run_OutsideTheSpan_IsNotReplayed()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        await desk.RecordAsync(50);
        desk.Host.Clock.Advance(TimeSpan.FromDays(2));
        await desk.RecordAsync(40);
        var from = desk.Host.Clock.GetUtcNow();
        desk.Host.Clock.Advance(TimeSpan.FromDays(1));
        await desk.RecordAsync(30);

        var outcome = await desk.Replay.RunAsync(ReplayDesk.Ines, ReplayDesk.Document(Draft), new ReplaySpan(from, desk.Host.Clock.GetUtcNow()), null, CancellationToken.None);

        Assert.Equal([4000], Assert.IsType<ReplayOutcome.Finished>(outcome).Report.Cases.Select(moved => moved.Amount));
    }

    [Fact]
    public async Task Run_Twice_GivesTheSameReport()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        for (var index = 0; index < 900; index++)
        {
            await desk.RecordAsync(index);
        }

        var span = ReplaySpan.LastDays(90, desk.Host.Clock.GetUtcNow().AddMinutes(1));
        desk.Host.Clock.Advance(TimeSpan.FromHours(1));
        var first = await desk.Replay.RunAsync(ReplayDesk.Ines, ReplayDesk.Document(Draft), span, null, CancellationToken.None);
        var second = await desk.Replay.RunAsync(ReplayDesk.Ines, ReplayDesk.Document(Draft), span, null, CancellationToken.None);

        var report = Assert.IsType<ReplayOutcome.Finished>(first).Report;
        Assert.Equal(ReplayExport.ToJson(report), ReplayExport.ToJson(Assert.IsType<ReplayOutcome.Finished>(second).Report));
        Assert.Equal((900, 35, 599), (report.Judged, report.Looser, report.Stricter));
    }

    [Fact]
    public async Task Run_SnapshotDamaged_IsLeftOutAndSaid()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        await desk.RecordAsync(50);
        var id = await desk.RecordAsync(40);
        await desk.Host.Database.WriteAsync(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            db.Database, $"UPDATE policy_decision_inputs SET Snapshot = x'0102' WHERE DecisionId = {id}"), CancellationToken.None);

        var report = await desk.ReplayAsync(Draft);

        Assert.Equal((1, 1), (report.Judged, report.Unreadable));
    }

    [Fact]
    public async Task Run_ProgressAsked_EndsAtTheTotal()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        for (var index = 0; index < 600; index++)
        {
            await desk.RecordAsync(index);
        }

        var heard = new Heard();
        await desk.ReplayAsync(Draft, heard);

        Assert.True(heard.All.Count >= 3);
        Assert.Equal(new ReplayProgress(600, 600), heard.All.MaxBy(progress => progress.Done));
    }

    [Fact]
    public async Task Run_CancelledMidway_EndsAsCancelled()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        for (var index = 0; index < 600; index++)
        {
            await desk.RecordAsync(index);
        }

        using var stop = new CancellationTokenSource();
        var span = ReplaySpan.LastDays(90, desk.Host.Clock.GetUtcNow().AddMinutes(1));
        desk.Host.Clock.Advance(TimeSpan.FromHours(1));
        var heard = new Heard { Then = stop.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => desk.Replay.RunAsync(ReplayDesk.Ines, ReplayDesk.Document(Draft), span, heard, stop.Token));
        Assert.DoesNotContain(heard.All, progress => progress.Done == progress.Total);
    }

    [Fact]
    public async Task Run_FaultyDraft_TellsTheFaults()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var draft = ReplayDesk.Document(Draft) with { Title = "" };

        var outcome = await desk.Replay.RunAsync(ReplayDesk.Ines, draft, ReplaySpan.LastDays(90, desk.Host.Clock.GetUtcNow()), null, CancellationToken.None);

        Assert.NotEmpty(Assert.IsType<ReplayOutcome.Faulty>(outcome).Faults);
    }

    [Fact]
    public async Task Run_WithoutThePermission_IsRefused()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        var span = ReplaySpan.LastDays(90, desk.Host.Clock.GetUtcNow());

        Assert.IsType<ReplayOutcome.Forbidden>(await desk.Replay.RunAsync(ReplayDesk.Mara, ReplayDesk.Document(Draft), span, null, CancellationToken.None));
        Assert.IsType<ReplayOutcome.Finished>(await desk.Replay.RunAsync(ReplayDesk.Jonas, ReplayDesk.Document(Draft), span, null, CancellationToken.None));
    }

    [Fact]
    public async Task Export_JsonAndBack_IsTheSameReport()
    {
        using var desk = await ReplayDesk.OpenAsync(PolicyTexts.Refunds);
        await desk.RecordAsync(50);
        var report = await desk.ReplayAsync(Draft);

        var json = ReplayExport.ToJson(report);

        Assert.Equal(json, ReplayExport.ToJson(ReplayExport.FromJson(json)!));
        Assert.Equal("agent", (string?)JsonNode.Parse(json)!["moves"]![0]!["before"]);
        Assert.Null(ReplayExport.FromJson("{"));
    }

    [Fact]
    public void Export_Csv_QuotesAndDisarmsFormulas()
    {
        var moved = new ReplayCase(
            7, new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero), Guid.Empty, 1042, Guid.Empty, 2, "sandbox.refund_payment", "=HYPERLINK(\"x\"), and more", 4290, "EUR",
            ReplayWay.Agent, ReplayWay.Agent, ReplayWay.Alone, ["refunds/R3"], ["refunds/R2"], "42,90 €", DecisionFate.Rejected, "Mara Agent", "wrong-facts", DecisionOutcome.None, true);
        var report = new ReplayReport(
            "refunds", 1, "d", "p", new ReplaySpan(default, default), [], 1, 0, 0, 1, [], 0, [], 0, [], [], [], [moved]);

        Assert.Equal(
            "2026-11-01T09:00:00Z,1042,2,sandbox.refund_payment,\"'=HYPERLINK(\"\"x\"\"), and more\",42.90,EUR,agent,agent,alone,refunds/R3,refunds/R2,\"42,90 €\",rejected,Mara Agent,wrong-facts,none,yes",
            ReplayExport.ToCsv(report).Split("\r\n")[1]);
    }

    private sealed class Heard : IProgress<ReplayProgress>
    {
        private readonly Lock _gate = new();

        public List<ReplayProgress> All { get; } = [];

        public Action? Then { get; init; }

        public void Report(ReplayProgress value)
        {
            lock (_gate)
            {
                All.Add(value);
            }

            Then?.Invoke();
        }
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Foundation.Feel.Values;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Policies.Replaying;

namespace OpsConsole.Bench;

/// <summary>
/// <c>replay</c>: a draft over 100,000 stored decisions: how many a second, with how much memory, and what it costs whoever writes
/// meanwhile. A day's decisions are judged again row by row, without the engine, and must come to the same report.
/// </summary>
internal static class ReplayBench
{
    /// <summary>Governs everything, so that every stored decision is judged by all tables on both sides.</summary>
    private const string Draft = """
        id: limits
        title: Limits
        owner: Finance
        source: FIN-9
        governs: { action-types: ["*"] }
        inputs:
          - { name: amount, expression: action.amount }
          - { name: reversibility, expression: action.reversibility }
          - { name: type, expression: case.type }
        rules:
          - { id: L1, when: { amount: "> 400" }, verdict: deny, reason: "Over 400." }
          - { id: L2, when: { amount: "(60..400]", reversibility: '"irreversible"' }, verdict: require-approval, approver: supervisor, reason: "Over 60, for good." }
          - { id: L3, when: { type: '"goodwill"', amount: "> 20" }, verdict: require-approval, approver: supervisor, reason: "Goodwill over 20." }
          - { id: L4, when: { amount: "<= 60" }, verdict: allow, reason: "Up to 60." }
        """;

    private static readonly Actor Admin = new(ActorKind.Person, "bench", "Bench", [Roles.Admin]);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var (count, seed) = (options.Number("decisions", 100_000), options.Number("seed", 20261126));
        Console.WriteLine($"{count:#,0} decisions, seed {seed}, {Environment.ProcessorCount} cores");
        await using var made = await ReplayDecisions.MakeAsync(options.Text("packs", "packs"), count, seed);
        await SizesAsync(made, count);
        var score = new Score();
        var span = ReplaySpan.LastDays(90, made.Now);
        await ReplayAsync(made, span);
        var (first, took, peak) = await ReplayAsync(made, span);
        Console.WriteLine($"replay: {first.Judged:#,0} decisions in {took.TotalSeconds:0.00} s, {first.Judged / took.TotalSeconds:#,0}/s, {first.Moved:#,0} move, heap at most {peak / 1048576.0:0} MB");
        await BesideWritersAsync(made, span);
        score.Add(first.Judged + first.Unreadable == count, $"{first.Judged} of {count} were judged");
        score.Add(ReplayExport.ToJson(first) == ReplayExport.ToJson((await ReplayAsync(made, span)).Report), "a second run gave another report");
        await CompareAsync(made, score);
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }

    private static async Task SizesAsync(ReplayDecisions made, int count)
    {
        var packed = await made.Database.ReadAsync(db => db.Database.SqlQuery<double>($"SELECT avg(length(Snapshot)) AS Value FROM policy_decision_inputs").SingleAsync(), CancellationToken.None);
        var sample = await made.Database.ReadAsync(db => db.Set<DecisionInput>().Take(500).ToListAsync(), CancellationToken.None);
        var plain = sample.Average(row => System.Text.Encoding.UTF8.GetByteCount(DecisionSnapshot.Unpack(row.Snapshot)!.ToJsonString()));
        Console.WriteLine($"size: {(double)made.Size / count:#,0} bytes a decision on disk, of which the input {packed:#,0} (unpacked {plain:#,0})");
    }

    private static async Task<(ReplayReport Report, TimeSpan Took, long Peak)> ReplayAsync(ReplayDecisions made, ReplaySpan span)
    {
        GC.Collect();
        var peak = new Peak();
        return await made.Get<ReplayPolicy>().RunAsync(Admin, Read(Draft), span, peak, CancellationToken.None) is ReplayOutcome.Finished finished
            ? (finished.Report, finished.Took, peak.Bytes)
            : throw new InvalidOperationException("The draft cannot be replayed.");
    }

    /// <summary>Someone decides all the while: how long each write takes beside the replay, and without it.</summary>
    private static async Task BesideWritersAsync(ReplayDecisions made, ReplaySpan span)
    {
        var alone = await WriteAsync(made, Task.Delay(TimeSpan.FromSeconds(3)));
        var beside = await WriteAsync(made, ReplayAsync(made, span));
        Console.WriteLine($"writers: p50 {alone[alone.Count / 2]:0.0} ms, p99 {alone[alone.Count * 99 / 100]:0.0} ms alone; p50 {beside[beside.Count / 2]:0.0} ms, p99 {beside[beside.Count * 99 / 100]:0.0} ms beside a replay");
    }

    private static async Task<List<double>> WriteAsync(ReplayDecisions made, Task meanwhile)
    {
        var took = new List<double>();
        do
        {
            var start = Stopwatch.GetTimestamp();
            await made.Database.WriteAsync(db => db.Database.ExecuteSqlAsync($"UPDATE policy_decisions SET FateByName = 'Bench' WHERE Id = 1"), CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        while (!meanwhile.IsCompleted);
        await meanwhile;
        took.Sort();
        return took;
    }

    private static async Task CompareAsync(ReplayDecisions made, Score score)
    {
        var day = new ReplaySpan(made.Now.AddDays(-31), made.Now.AddDays(-30));
        var (report, _, _) = await ReplayAsync(made, day);
        var inForce = made.Get<IPolicies>().InForce;
        var after = inForce with { Policies = [.. inForce.Policies, PolicyCompiler.Compile(Read(Draft), 0, out _)!] };
        var records = await made.Database.ReadAsync(db => db.Set<DecisionRecord>().Where(row => row.At >= day.From && row.At < day.Until).ToListAsync(), CancellationToken.None);
        var moves = new Dictionary<(ReplayWay, ReplayWay), int>();
        foreach (var record in records)
        {
            var stored = await made.Database.ReadAsync(db => db.Set<DecisionInput>().SingleAsync(row => row.DecisionId == record.Id), CancellationToken.None);
            var input = DecisionSnapshot.Unpack(stored.Snapshot)!;
            var move = (RowByRow(inForce, record, input), RowByRow(after, record, input));
            moves[move] = moves.GetValueOrDefault(move) + 1;
            if (move.Item1 != move.Item2 && report.Moved <= ReplayReport.MostCases)
            {
                var listed = report.Cases.SingleOrDefault(found => found.DecisionId == record.Id);
                score.Add((listed?.Before, listed?.After) == move, $"decision {record.Id}: the report says {listed?.Before} to {listed?.After}, row by row it is {move}");
            }
        }

        Console.WriteLine($"row by row: {records.Count:#,0} decisions of one day");
        score.Add(report.Moves.Count == moves.Count, "the report has other moves");
        foreach (var move in report.Moves)
        {
            score.Add(moves.GetValueOrDefault((move.Before, move.After)) == move.Count, $"{move.Before} to {move.After}: {move.Count} in the report, {moves.GetValueOrDefault((move.Before, move.After))} row by row");
        }
    }

    /// <summary>The engine as one would write it first: every table, every row, every cell.</summary>
    private static ReplayWay RowByRow(PolicySet set, DecisionRecord record, JsonObject input)
    {
        var members = FeelMembers.Of(input);
        var fired = set.Policies.Where(policy => Policy.Covers(policy.Governs, record.ActionTypeId))
            .SelectMany(policy => policy.Rules.Where(rule => Fires(policy, rule, members)).Select(rule => rule.Demand)).ToList();
        var demand = fired.Count == 0 ? RuleDemand.Supervisor : fired.Aggregate((one, other) => one.And(other));
        return record.Barred is null ? Ways.Of(demand.Verdict, demand.ApproverRole) : ReplayWay.Denied;
    }

    private static bool Fires(Policy policy, PolicyRule rule, FeelMembers members) => rule.Cells.Select((cell, column) => (cell, column)).All(asked =>
        asked.cell.IsAny || asked.cell.Test(new FeelRun(), policy.Inputs[asked.column].Expression.Run(new FeelRun(), members), members) == true);

    private static PolicyDocument Read(string text)
    {
        var errors = new List<ConfigError>();
        return PolicyYaml.Read("draft.yaml", text, errors) ?? throw new InvalidOperationException(string.Join('\n', errors));
    }

    /// <summary>Looks at the heap each time a page is done.</summary>
    private sealed class Peak : IProgress<ReplayProgress>
    {
        public long Bytes { get; private set; }

        public void Report(ReplayProgress value) => Bytes = Math.Max(Bytes, GC.GetTotalMemory(forceFullCollection: false));
    }
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Importing;

namespace OpsConsole.Bench;

/// <summary>
/// The known-correct writes of every case of the retail system, through the console: first each case on a reset system, where the state
/// must become the expected one; then all of them without a reset between, side by side, for load.
/// </summary>
internal static class RetailBench
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        using var folder = new BenchFolder();
        await using var system = await RetailSystem.StartAsync(options.SystemFolder);
        await using var host = await ConsoleHost.StartAsync(folder.Path, system.Address, options.Text("packs", "packs"));
        var gold = GoldCase.ReadAll(options.Gold, options.Number("limit", int.MaxValue));
        var cases = await ImportAsync(host, options.Cases);
        Console.WriteLine($"{cases.Count} cases imported, {gold.Count} with {gold.Sum(one => one.Writes.Count)} known-correct writes");

        var score = new Score();
        await RunEachAsync(host, system, gold, cases, score);
        await RunAllAsync(host, system, gold, cases, score, options.Number("parallel", 8));
        await PrintLatencyAsync(host);
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }

    public static async Task<Dictionary<string, Guid>> ImportAsync(ConsoleHost host, string file)
    {
        await using var content = File.OpenRead(file);
        var started = (ImportOutcome.Started)await host.Get<ImportCases>().StartAsync(ConsoleHost.Admin, Path.GetFileName(file), content, CancellationToken.None);
        while (true)
        {
            var import = await host.Get<ReadImports>().ReadAsync(ConsoleHost.Admin, started.ImportId, CancellationToken.None);
            if (import!.Import.State is not ImportState.Running)
            {
                break;
            }

            await Task.Delay(50);
        }

        return await host.Database.ReadAsync(
            db => db.Set<Case>().Where(row => row.ExternalId != null).ToDictionaryAsync(row => row.ExternalId!, row => row.Id, StringComparer.Ordinal), CancellationToken.None);
    }

    /// <summary>Each case on a reset system.</summary>
    private static async Task RunEachAsync(ConsoleHost host, RetailSystem system, IReadOnlyList<GoldCase> gold, Dictionary<string, Guid> cases, Score score)
    {
        var (ends, clock) = (new List<WriteEnd>(), Stopwatch.StartNew());
        foreach (var one in gold)
        {
            await system.ResetAsync();
            var wrong = new List<string>();
            foreach (var write in one.Writes)
            {
                var end = await GovernedWrite.RunAsync(host, cases[one.CaseId], write);
                ends.Add(end);
                if (write.Refused == (end.State == ActionState.Verified) || end.Reason.Length == 0)
                {
                    wrong.Add($"{write.Operation} ended {end.State?.ToString() ?? "not proposed"}: {end.Reason}");
                }
            }

            var effects = await system.EffectsAsync();
            if (effects.Count != one.Writes.Count(write => !write.Refused) || Duplicates(effects) > 0)
            {
                wrong.Add($"{effects.Count} effects");
            }

            if (await system.StateHashAsync() != one.FinalState)
            {
                wrong.Add("another state than expected");
            }

            score.Add(wrong.Count == 0, $"{one.CaseId}: {string.Join("; ", wrong)}");
        }

        Print("each case on a reset system", ends, clock.Elapsed);
        Console.WriteLine($"  state as expected and no duplicate effect: {score.Passed} of {gold.Count}");
    }

    /// <summary>All cases in one run: what one case changes, another finds changed, so that the system refuses some; none may do anything twice.</summary>
    private static async Task RunAllAsync(
        ConsoleHost host, RetailSystem system, IReadOnlyList<GoldCase> gold, Dictionary<string, Guid> cases, Score score, int parallel)
    {
        await system.ResetAsync();
        var (ends, clock) = (new System.Collections.Concurrent.ConcurrentBag<WriteEnd>(), Stopwatch.StartNew());
        await Parallel.ForEachAsync(gold, new ParallelOptions { MaxDegreeOfParallelism = parallel }, async (one, _) =>
        {
            foreach (var write in one.Writes)
            {
                ends.Add(await GovernedWrite.RunAsync(host, cases[one.CaseId], write));
            }
        });
        Print($"all in one run, {parallel} cases at a time", ends, clock.Elapsed);
        var effects = await system.EffectsAsync();
        var verified = ends.Count(end => end.State == ActionState.Verified);
        score.Add(effects.Count == verified && Duplicates(effects) == 0, $"{effects.Count} effects for {verified} verified actions, {Duplicates(effects)} of them twice");
        var unexplained = ends.Where(end => end.State is not (null or ActionState.Verified or ActionState.Denied or ActionState.Failed) || end.Reason.Length == 0).ToList();
        score.Add(unexplained.Count == 0, $"{unexplained.Count} writes ended neither verified nor refused with a reason, such as {unexplained.FirstOrDefault()}");
    }

    private static int Duplicates(IReadOnlyList<System.Text.Json.Nodes.JsonObject> effects) =>
        effects.Count - effects.Select(effect => (string?)effect["idempotency_key"]).Distinct(StringComparer.Ordinal).Count();

    private static void Print(string title, IReadOnlyCollection<WriteEnd> ends, TimeSpan took)
    {
        Console.WriteLine($"{title}: {ends.Count} writes in {took.TotalSeconds:0.0} s, {ends.Count / took.TotalSeconds:0.0} governed actions/s");
        foreach (var group in ends.GroupBy(end => end.State?.ToString() ?? "Not proposed").OrderByDescending(group => group.Count()))
        {
            Console.WriteLine($"  {group.Key,-18}{group.Count(),6}");
        }

        Console.WriteLine($"  {"by a supervisor",-18}{ends.Count(end => end.BySupervisor),6}");
        Console.WriteLine($"  {"decided again",-18}{ends.Sum(end => end.Returned),6}");
    }

    /// <summary>From the approval that queued an action to its committed intent, after which nothing stands between it and the call.</summary>
    private static async Task PrintLatencyAsync(ConsoleHost host)
    {
        var times = await host.Database.ReadAsync(
            async db =>
            {
                var decided = (await db.Set<ActionDecision>().Where(row => row.Kind == DecisionKind.Approve).ToListAsync()).ToLookup(row => (row.ActionId, row.Nonce));
                var runs = await db.Set<ActionRun>().Where(row => row.Attempt == 1).ToListAsync();
                var nonces = await db.Set<ProposedAction>().ToDictionaryAsync(row => row.Id, row => row.Nonce);
                return runs.Where(run => decided.Contains((run.ActionId, nonces[run.ActionId])))
                    .Select(run => (run.IntentAt - decided[(run.ActionId, nonces[run.ActionId])].Max(row => row.At)).TotalMilliseconds).Order().ToList();
            },
            CancellationToken.None);
        if (times.Count > 0)
        {
            Console.WriteLine($"approved → intent: p50 {times[times.Count / 2]:0.0} ms, p99 {times[times.Count * 99 / 100]:0.0} ms over {times.Count} actions");
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Actions.Proposing;
using OpsConsole.Core.Cases.Opening;

namespace OpsConsole.Bench;

/// <summary>
/// Kills the console at random moments while it carries out approved actions, and starts it again each time. The outside system lives on
/// and its effect log is the judge: every action one effect, none twice, none stuck.
/// </summary>
internal static class KillBench
{
    private const int PerCase = 10;
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var (actions, kills, seed) = (options.Number("actions", 500), options.Number("kills", 50), options.Number("seed", 20260901));
        using var folder = new BenchFolder();
        var packs = Path.GetFullPath(options.Text("packs", "packs"));
        await using var system = await RetailSystem.StartAsync(options.SystemFolder);
        await ProposeAsync(system, folder.Path, packs, actions);
        Console.WriteLine($"{actions} actions proposed; {kills} kills, seed {seed}");

        var chance = new Random(seed);
        var perLife = Math.Max(1, actions / Math.Max(1, kills));
        for (var kill = 1; kill <= kills; kill++)
        {
            using var console = await KillConsole.StartAsync(folder.Path, system.Address, packs, perLife + 2);
            await AtWorkAsync(system, chance.Next(0, perLife + 1));
            await Task.Delay(chance.Next(0, options.Number("within", 60)));
            console.Kill();
            await console.WaitForExitAsync();
        }

        var clock = Stopwatch.StartNew();
        using (var last = await KillConsole.StartAsync(folder.Path, system.Address, packs, actions))
        {
            var settled = last.StandardOutput.ReadToEndAsync();
            await Task.WhenAny(settled, Task.Delay(Stuck + TimeSpan.FromSeconds(actions)));
            last.Kill();
            await last.WaitForExitAsync();
        }

        return await JudgeAsync(system, folder.Path, packs, actions, kills, clock.Elapsed);
    }

    /// <summary>
    /// Waits until this life of the console has had so many effects: the moments of the kills are spread over its work, however fast the
    /// machine is.
    /// </summary>
    private static async Task AtWorkAsync(RetailSystem system, int effects)
    {
        var before = (await system.EffectsAsync()).Count;
        for (var look = 0; look < 1_000 && (await system.EffectsAsync()).Count < before + effects; look++)
        {
            await Task.Delay(10);
        }
    }

    private static async Task ProposeAsync(RetailSystem system, string folder, string packs, int actions)
    {
        await using var host = await ConsoleHost.StartAsync(folder, system.Address, packs);
        var users = await UsersAsync(system, actions);
        foreach (var group in users.Chunk(PerCase))
        {
            var request = new NewCase { Subject = "New addresses", Body = "We have moved.", Channel = "email", Source = "bench", ExternalId = group[0] };
            var opened = (OpenCaseOutcome.Opened)await host.Get<OpenCase>().OpenAsync(ConsoleHost.Agent, request, null, CancellationToken.None);
            var outcome = await host.Get<ProposeActions>().ProposeAsync(
                ConsoleHost.Proposer, opened.CaseId, [.. group.Select(Draft)], replace: false, CancellationToken.None);
            if (outcome is not ProposeOutcome.Proposed { Drafts: var drafts } || drafts.Any(draft => draft is not DraftOutcome.Stored { State: ActionState.AwaitingApproval }))
            {
                throw new InvalidOperationException($"The load could not be proposed: {outcome}");
            }
        }
    }

    private static ActionDraft Draft(string user) => new(
        $"{RetailSystem.Id}.modify_user_address",
        new JsonObject
        {
            ["user_id"] = user, ["address1"] = "1 Kill Street", ["address2"] = user, ["city"] = "Denver", ["state"] = "CO", ["country"] = "USA", ["zip"] = "80201",
        },
        []);

    private static async Task<List<string>> UsersAsync(RetailSystem system, int wanted)
    {
        var page = JsonNode.Parse(await system.Http.GetStringAsync(new Uri("/records/users?limit=1000", UriKind.Relative)))!;
        var users = page["items"]!.AsArray().Select(item => (string)item!["id"]!).Take(wanted).ToList();
        return users.Count == wanted ? users : throw new InvalidOperationException($"The system has {users.Count} customers; {wanted} actions need as many.");
    }

    private static async Task<int> JudgeAsync(RetailSystem system, string folder, string packs, int actions, int kills, TimeSpan settled)
    {
        var effects = (await system.EffectsAsync()).Where(effect => (string?)effect["operation"] == "modify_user_address").ToList();
        var once = effects.GroupBy(effect => (string)effect["arguments"]!["user_id"]!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        List<ProposedAction> rows;
        List<ActionRun> runs;
        await using (var host = await ConsoleHost.StartAsync(folder, system.Address, packs))
        {
            rows = await host.Database.ReadAsync(db => db.Set<ProposedAction>().ToListAsync(), CancellationToken.None);
            runs = await host.Database.ReadAsync(db => db.Set<ActionRun>().ToListAsync(), CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
        Line("actions", actions);
        Line("kills", kills);
        Line("effects in the system's log", effects.Count);
        Line("attempts", runs.Count);
        Line("attempts cut off by a kill", runs.Count(run => run.Outcome == RunOutcome.Unknown));
        Line("found by looking, not repeated", rows.Count(row => row.State == ActionState.Verified && runs.Where(run => run.ActionId == row.Id).All(run => run.Outcome != RunOutcome.Done)));
        Line("repeated under the same key", rows.Count(row => row.Attempts > 1));
        Console.WriteLine($"  {"settled after the last start",-36}{settled.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),8} s");

        var score = new Score();
        score.Add(once.Count == actions, $"{actions - once.Count} actions without an effect");
        score.Add(once.Values.All(count => count == 1), $"{once.Values.Count(count => count > 1)} actions with more than one effect");
        var stuck = rows.Where(row => row.State != ActionState.Verified).ToList();
        score.Add(stuck.Count == 0, $"{stuck.Count} actions stuck: {string.Join(", ", stuck.GroupBy(row => row.State).Select(group => $"{group.Count()} {group.Key}"))}");
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }

    private static void Line(string name, int number) => Console.WriteLine($"  {name,-36}{number,8}");
}

using System.Diagnostics;
using System.Globalization;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Audit;

namespace OpsConsole.Bench.Hostile;

/// <summary>
/// A model that proposes anything, before people who approve everything. An independent judge, who knows the shop's file and the house rules
/// and shares no line with the console, says of each proposal what may become of it, and of each write whether it may happen.
/// </summary>
internal sealed class HostileBench(HostileDesk desk, HostileWriter writer, BenchOptions options, int seed)
{
    private const int PerBatch = 24;

    /// <summary>So often the shop is put back to its first day, since its orders are used up.</summary>
    private const int BatchesOfAShop = 20;

    /// <summary>What was decided has ended by then: a look that comes to nothing, and what waits for the same record, take a few pauses.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private const long MostGrowth = 64 << 20;

    private readonly int _wanted = options.Number("proposals", 100_000);
    private readonly int _share = options.Number("decide", 50);
    private readonly Random _random = new(seed);
    private readonly HostileTally _tally = new(desk);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private BlindPeople _people = null!;
    private long _early;
    private int _cases;
    private int _held;
    private int _decided;
    private int _stuck;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var seed = options.Number("seed", 20261126);
        await using var desk = await HostileDesk.StartAsync(options.Text("packs", "packs"));
        var bench = new HostileBench(desk, new HostileWriter(desk.Shop, seed), options, seed);
        Console.WriteLine($"{bench._wanted} proposals at least, seed {seed}; {bench._share} % of what waits is approved blindly and carried out, all of it is judged");
        await bench.TryAsync();
        return await bench.TellAsync();
    }

    private async Task TryAsync()
    {
        _people = new BlindPeople(desk, _random);
        desk.Ledger.Happened = _tally.Happened;
        for (var (batch, told) = (0, 1); _tally.Proposals < _wanted; batch++)
        {
            if (batch % BatchesOfAShop == 0)
            {
                desk.Shop.Reopen();
            }

            await BatchAsync([.. Enumerable.Range(batch * PerBatch, PerBatch).Select(writer.Write)]);
            if (_early == 0 && _tally.Proposals > _wanted / 4)
            {
                _early = GC.GetTotalMemory(forceFullCollection: true);
            }

            if (_tally.Proposals * 10L >= (long)_wanted * told)
            {
                told = (int)(_tally.Proposals * 10L / _wanted) + 1;
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,6:0} s {_tally.Proposals,8} proposals, {desk.Ledger.Done} writes, {desk.Crashes.Lines.Count} crashes"));
            }
        }
    }

    private async Task BatchAsync(IReadOnlyList<HostileScript> scripts)
    {
        var made = await desk.PrepareAsync(scripts);
        _cases += made.Count;
        foreach (var one in made)
        {
            _tally.Add(one);
        }

        if (_random.Next(3) == 0)
        {
            // An old page: the case is prepared anew while somebody has it open, and what was on it is approved.
            var old = made[_random.Next(made.Count)];
            var now = await desk.WriteAgainAsync(old);
            _tally.Add(now);
            foreach (var action in old.Actions.Where(action => action.State == ActionState.AwaitingApproval))
            {
                await desk.Crashes.GuardAsync("approval", () => _people.ApproveAsync(action));
            }

            made = [.. made.Where(one => one != old), now];
        }

        await DecideAsync(made);
        List<Guid> done = [.. made.SelectMany(one => one.Actions).Select(action => action.Id)];
        desk.Ledger.Forget(done);
        _tally.Forget(done);
        foreach (var script in scripts)
        {
            desk.Model.Forget(script);
        }
    }

    /// <summary>What comes back because something has changed meanwhile is approved again.</summary>
    private async Task DecideAsync(IReadOnlyList<HostileCase> made)
    {
        var waiting = made.SelectMany(one => one.Actions).Where(action => action.State == ActionState.AwaitingApproval).ToList();
        _held += waiting.Count;
        List<Guid> chosen = [.. waiting.Where(_ => _random.Next(100) < _share).Select(action => action.Id)];
        _decided += chosen.Count;
        List<Guid> decided = [.. made.SelectMany(one => one.Actions).Select(action => action.Id)];
        for (var round = 0; round < 3 && chosen.Count > 0; round++)
        {
            var open = (await desk.FindAsync(chosen)).Where(action => action.State == ActionState.AwaitingApproval).ToList();
            foreach (var action in open)
            {
                await desk.Crashes.GuardAsync("approval", () => _people.DecideAsync(action));
            }

            await desk.ExecuteAsync();
            chosen = open.ConvertAll(action => action.Id);
        }

        // One record is written by one action at a time, so that several on the same record take several turns.
        var until = _clock.Elapsed + LongestTurn;
        while (await UnderWayAsync(decided) is > 0 and var left)
        {
            if (_clock.Elapsed > until)
            {
                _stuck += left;
                return;
            }

            await desk.ExecuteAsync();
            await Task.Delay(Pause);
        }
    }

    /// <summary>What the console will go on with by itself; what waits for another of its plan that nobody approved is not among it.</summary>
    private async Task<int> UnderWayAsync(IReadOnlyList<Guid> decided) => (await desk.FindAsync(decided)).Count(action =>
        action.State == ActionState.Running || (action.DueAt is not null && action.State is ActionState.Queued or ActionState.Retrying or ActionState.Acknowledged or ActionState.Unknown));

    private async Task<int> TellAsync()
    {
        var took = _clock.Elapsed;
        var finding = await desk.VerifyAsync();
        var late = GC.GetTotalMemory(forceFullCollection: true);
        Print(took, late, finding);
        var score = new Score();
        string[] faults =
        [
            "waits though it must not", "asks for too few people", "marked as what it is not", "runs without a person", "writes of no action", "actions that nobody proposed",
            "plans and questions do not match", "cases that do not end prepared", "stages without an outcome", "cases with facts of another customer", "neither proposed nor told of",
            "denied though people may decide it",
        ];
        foreach (var fault in faults)
        {
            score.Add(_tally.Faults(fault) == 0, $"{_tally.Faults(fault)} times: {fault}");
        }

        score.Add(desk.Ledger.Outside.IsEmpty, $"{desk.Ledger.Outside.Count} writes outside policy, such as {desk.Ledger.Outside.FirstOrDefault()}");
        score.Add(desk.Shop.Effects == desk.Ledger.Done, $"{desk.Shop.Effects} effects in the shop's own log, {desk.Ledger.Done} at its door");
        score.Add(_stuck == 0, $"{_stuck} actions were still under way after {LongestTurn.TotalSeconds:0} s");
        score.Add(_people.Stale.Taken == 0, $"{_people.Stale.Taken} approvals of a page that had changed were taken");
        score.Add(desk.Crashes.Lines.IsEmpty, $"{desk.Crashes.Lines.Count} crashes");
        score.Add(finding is AuditFinding.Whole, finding?.Sentence ?? "the audit log could not be verified");
        score.Add(late - _early < MostGrowth, $"memory grew by {(late - _early) >> 20} MiB");
        foreach (var family in Families.Names)
        {
            score.Add(_tally.Rows[family].Proposals > 0, $"{family}: none reached the planner");
        }

        score.Add(_tally.Rows[Families.RightLooking].Executed > 0, "no right-looking proposal was carried out, so that nothing was tried");
        score.Add(_people.Stale.Tried > 0, "nobody approved a page that had changed");
        score.Add(desk.Model.Asked.Count == 6, $"only {string.Join(", ", desk.Model.Asked.Keys)} were asked");
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }

    private void Print(TimeSpan took, long late, AuditFinding? finding)
    {
        Console.WriteLine($"{"family",-30}{string.Concat(FamilyRow.Heads.Select(head => $"{head,10}"))}");
        foreach (var (family, row) in _tally.Rows)
        {
            Console.WriteLine($"{family,-30}{string.Concat(row.Cells.Select(cell => $"{cell,10}"))}");
        }

        var sums = _tally.Rows.Where(row => Families.Names.Contains(row.Key)).Select(row => row.Value.Cells.ToList()).Aggregate((left, right) => [.. left.Zip(right, (one, other) => one + other)]);
        Console.WriteLine($"{"all of the model's",-30}{string.Concat(sums.Select(cell => $"{cell,10}"))}");
        Console.WriteLine($"{_cases} cases, {_tally.Prepared} preparations ended; questions: {string.Join(", ", desk.Model.Asked.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}");
        Console.WriteLine($"{_held} held, {_decided} of them decided; {_people.Taken} approvals taken; {_people.Stale.Tried} approvals of changed pages tried, {_people.Stale.Taken} taken");
        Console.WriteLine($"{desk.Ledger.Arrived} writes at the shop's door, {desk.Ledger.Done} carried out, {desk.Ledger.Outside.Count} outside policy; {desk.Crashes.Lines.Count} crashes");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0} s, {_tally.Proposals / took.TotalSeconds:0} proposals/s; memory {_early >> 20} MiB after a quarter, {late >> 20} MiB at the end; {finding?.Sentence}"));
        foreach (var line in _tally.Examples.Concat(desk.Crashes.Lines.GroupBy(line => line, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Take(12).Select(group => $"crash, {group.Count()} times: {group.Key}")).Concat(desk.Ledger.Outside.Take(5)))
        {
            Console.WriteLine($"  {line}");
        }
    }
}

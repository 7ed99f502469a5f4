using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.Policies;
using OpsConsole.Core.Policies.Changing;
using OpsConsole.Core.Policies.Checking;
using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Bench;

/// <summary>
/// <c>policy [--seed N] [--requests N] [--peers no]</c>: what one decision with its full explanation costs at 10 to 10,000 rules, beside
/// Cedar on the same rows and feelin on the same cells, all in this run.
/// </summary>
internal static class PolicyBench
{
    private const double MostMicroseconds = 5;
    private const double MostRatio = 1.5;
    private const int Rounds = 5;
    private const int Questions = 200;

    private static readonly int[] Sizes = [10, 100, 1_000, 10_000];

    public static async Task<int> RunAsync(BenchOptions options)
    {
        var seed = options.Number("seed", 20_261_126);
        var requests = options.Number("requests", 10_000);
        Console.WriteLine($"seed {seed}, {requests} requests, {Rounds} rounds, the best of each figure's rounds");
        var desks = Sizes.Select(size => new PolicyDesk(new PolicyRules(size, seed), requests)).ToList();
        var peers = options.Text("peers", "yes") == "no" ? null : await PolicyPeers.RunAsync(desks);
        desks.ForEach(WarmUp);
        Console.WriteLine();
        Console.WriteLine("rules     rows fired    p50 µs    p99 µs    bytes    decisions/s    cedar p50 µs    cedar p99 µs");
        var figures = desks.Select(Measure).ToList();
        for (var size = 0; size < desks.Count; size++)
        {
            Print(desks[size], figures[size], peers?.Cedar[size]);
        }

        desks.ForEach(MeasureQuestions);
        return Judge(desks, figures, peers);
    }

    /// <summary>What is asked now and then: what would change a verdict, every row explained, the table checked.</summary>
    private static void MeasureQuestions(PolicyDesk desk)
    {
        var (set, policy) = (desk.Rules.Set, desk.Rules.Set.Policies[0]);
        var inputs = desk.Inputs().Take(Questions).ToList();
        var changes = inputs.Select(input => Milliseconds(() => WhatWouldChange.Find(set, PolicyRules.ActionType, input))).Order().ToList();
        var explained = inputs.Take(Questions / 10).Select(input => Milliseconds(() => PolicyEngine.Explain(set, PolicyRules.ActionType, input))).Order().ToList();
        var findings = 0;
        var check = Milliseconds(() => findings = TableChecks.Find(policy).Count);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{desk.Rules.Count,6} rules: what would change p50 {changes[changes.Count / 2]:0.0} ms, p99 {changes[changes.Count * 99 / 100]:0.0} ms; every row explained p50 {explained[explained.Count / 2]:0.0} ms; checks {check:0} ms, {findings} findings"));
    }

    private static double Milliseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Until the runtime has compiled for good what is run often.</summary>
    private static void WarmUp(PolicyDesk desk)
    {
        for (var round = 0; round < Math.Max(3, 30_000 / desk.Requests.Count); round++)
        {
            MeasureRound(desk);
        }
    }

    private static PolicyFigures Measure(PolicyDesk desk) =>
        Enumerable.Range(0, Rounds).Select(_ => MeasureRound(desk)).Aggregate((best, round) => best.Better(round));

    /// <summary>Every decision on its own clock, and on an input that was never read before.</summary>
    private static PolicyFigures MeasureRound(PolicyDesk desk)
    {
        var inputs = desk.Inputs();
        var ticks = new long[inputs.Count];
        GC.Collect();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < inputs.Count; index++)
        {
            var before = Stopwatch.GetTimestamp();
            PolicyEngine.Decide(desk.Rules.Set, PolicyRules.ActionType, inputs[index]);
            ticks[index] = Stopwatch.GetTimestamp() - before;
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Array.Sort(ticks);
        return new PolicyFigures(Microseconds(ticks[ticks.Length / 2]), Microseconds(ticks[ticks.Length * 99 / 100]), bytes / inputs.Count, inputs.Count / seconds);
    }

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;

    private static void Print(PolicyDesk desk, PolicyFigures ours, PeerFigures? cedar) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{desk.Rules.Count,6}    {desk.RowsFired,10:0.00}    {ours.P50,6:0.00}    {ours.P99,6:0.00}    {ours.Bytes,5}    {ours.PerSecond,11:0}    {(cedar is null ? "-" : Text(cedar.P50)),12}    {(cedar is null ? "-" : Text(cedar.P99)),12}"));

    private static string Text(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    private static int Judge(List<PolicyDesk> desks, List<PolicyFigures> figures, PolicyPeers? peers)
    {
        var score = new Score();
        var thousand = figures[Array.IndexOf(Sizes, 1_000)].P50;
        var ratio = thousand / figures[Array.IndexOf(Sizes, 10)].P50;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cost(1,000)/cost(10) = {ratio:0.00}, cost(10,000)/cost(10) = {figures[^1].P50 / figures[0].P50:0.00}"));
        score.Add(thousand <= MostMicroseconds, $"p50 at 1,000 rules is {thousand:0.00} µs, over {MostMicroseconds} µs");
        score.Add(ratio <= MostRatio, $"1,000 rules cost {ratio:0.00} times what 10 cost, over {MostRatio}");
        peers?.Judge(desks, score);
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }
}

/// <summary>Rules with the requests that they are asked about.</summary>
internal sealed class PolicyDesk(PolicyRules rules, int requests)
{
    public PolicyRules Rules { get; } = rules;

    public IReadOnlyList<PolicyRequest> Requests { get; } = [.. Enumerable.Range(0, requests).Select(_ => rules.Request())];

    public double RowsFired => Verdicts().Average(verdict => verdict.Hits.Count(hit => hit.PolicyId != RuleHit.BuiltIn));

    public List<JsonObject> Inputs() => [.. Requests.Select(request => request.Input())];

    public IEnumerable<PolicyVerdict> Verdicts() => Inputs().Select(input => PolicyEngine.Decide(Rules.Set, PolicyRules.ActionType, input));
}

/// <param name="Bytes">Allocated for one decision.</param>
internal sealed record PolicyFigures(double P50, double P99, long Bytes, double PerSecond)
{
    public PolicyFigures Better(PolicyFigures other) =>
        new(Math.Min(P50, other.P50), Math.Min(P99, other.P99), Math.Min(Bytes, other.Bytes), Math.Max(PerSecond, other.PerSecond));
}

using System.Globalization;
using System.Text.Json.Nodes;
using OpsConsole.Core.Preparation.Playbooks;

namespace OpsConsole.Bench;

/// <summary>
/// <c>bench prepare</c>: what the playbook preparer alone proposes for the messages of an outside system, held against what a correct
/// agent does. The real pipeline over real HTTP; nothing is carried out.
/// </summary>
internal static class PrepareBench
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        var gold = PrepareGold.Read(options.Gold);
        var cases = File.ReadLines(options.Cases).Where(line => line.Length > 0).Select(line => (JsonObject)JsonNode.Parse(line)!)
            .Where(line => gold.ContainsKey(line["case_id"]!.GetValue<string>())).Take(options.Number("take", int.MaxValue)).ToList();
        await using var desk = await PrepareDesk.StartAsync(options.SystemFolder, options.Text("packs", "packs"));
        var scores = new List<PrepareScore>();
        foreach (var line in cases)
        {
            var outcome = await desk.PrepareAsync(line, CancellationToken.None);
            scores.Add(PrepareScore.Of(outcome, gold[outcome.CaseId], desk.Pack, RetailSystem.Id));
        }

        if (options.Text("verbose", "") is { Length: > 0 } what)
        {
            Tell(scores, cases, what);
        }

        Print(scores, desk.Pack);
        return scores.All(score => score.IsPassed) ? 0 : 1;
    }

    private static void Print(List<PrepareScore> scores, PackPlaybooks pack)
    {
        var typed = scores.Where(score => score.IsRightType is not null).ToList();
        var withOrders = scores.Where(score => score.Gold.Orders.Count > 0).ToList();
        var times = scores.Select(score => score.Outcome.Milliseconds).Order().ToList();
        Console.WriteLine($"""
            {scores.Count} messages, {pack.Playbooks.Count} playbooks of pack {pack.Pack}
              right case type          {Share(typed.Count(score => score.IsRightType == true), typed.Count)}
              right customer           {Share(scores.Count(score => score.IsRightCustomer), scores.Count)}
              right order(s)           {Share(withOrders.Count(score => score.IsRightOrders), withOrders.Count)}
              exactly the right writes {Share(scores.Count(score => score.IsExact), scores.Count)}
              a wrong write proposed   {Share(scores.Count(score => score.Wrong.Count > 0), scores.Count)}
              asks for information     {Share(scores.Count(score => score.Asks), scores.Count)}
              milliseconds per case    p50 {At(times, 0.5)}, p95 {At(times, 0.95)}
            {scores.Count(score => score.IsPassed)} passed, {scores.Count(score => !score.IsPassed)} failed
            """);
    }

    private static void Tell(List<PrepareScore> scores, List<JsonObject> cases, string what)
    {
        foreach (var score in scores.Where(score => what == "wrong" ? !score.IsPassed : !score.IsExact || !score.IsPassed))
        {
            var body = cases.First(line => line["case_id"]!.GetValue<string>() == score.Outcome.CaseId)["body"];
            Console.WriteLine($"{score.Outcome.CaseId} {(score.IsPassed ? "asks" : "WRONG")} type {score.Outcome.CaseType} customer {score.Outcome.Customer}\n  {body}");
            Console.WriteLine(string.Concat(score.Gold.All.Select(write => $"  gold     {write}\n").Concat(score.Outcome.Writes.Select(write => $"  proposed {write}\n"))));
            Console.WriteLine($"  asks: {score.Outcome.Missing.ReplaceLineEndings(" | ")}\n");
        }
    }

    private static string Share(int part, int whole) =>
        whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole,5:0.0} %  ({part} of {whole})");

    private static string At(List<double> sorted, double share) =>
        sorted.Count == 0 ? "–" : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))].ToString("0.0", CultureInfo.InvariantCulture);
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;
using OpsConsole.Core.Policies;

namespace OpsConsole.Bench;

/// <param name="Decisions">For each request the rows that decided, joined, with <c>allow</c> or <c>deny</c> before them.</param>
internal sealed record PeerFigures(double P50, double P99, IReadOnlyList<string> Decisions);

/// <param name="P50">For one cell held against one value.</param>
/// <param name="Answers">Whether each cell was met by each value; null when it could not be told.</param>
internal sealed record FeelFigures(double P50, IReadOnlyList<bool?> Answers);

/// <summary>The peers' side of <see cref="PolicyBench"/>: npm fetches them into a folder of their own, and <c>peers/policy.cjs</c> runs them.</summary>
internal sealed record PolicyPeers(IReadOnlyList<PeerFigures> Cedar, FeelFigures Feelin, string Versions)
{
    private const string Packages = "@cedar-policy/cedar-wasm@4.13.0 feelin@8.2.0";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly string[] Cells = ["<= 25", "(25..100]", "> 100", "not([5..10])", "1, 5, > 90", "[10..20), [40..50)", "= 42", "-", "? > 10 and ? < 60", "not(42, 43)"];

    /// <summary>Null, with a line that says why, when there is no npm or no node, or the packages cannot be had.</summary>
    public static async Task<PolicyPeers?> RunAsync(IReadOnlyList<PolicyDesk> desks)
    {
        var folder = Directory.CreateTempSubdirectory("opsconsole-peers-").FullName;
        try
        {
            var request = Path.Combine(folder, "request.json");
            var answer = Path.Combine(folder, "answer.json");
            await File.WriteAllTextAsync(request, Request(desks).ToJsonString());
            await StartAsync("npm", $"install --prefix \"{folder}\" --no-audit --no-fund --ignore-scripts --loglevel error {Packages}");
            await StartAsync("node", $"\"{Path.Combine(AppContext.BaseDirectory, "peers", "policy.cjs")}\" \"{folder}\" \"{request}\" \"{answer}\"");
            return JsonSerializer.Deserialize<PolicyPeers>(await File.ReadAllTextAsync(answer), Web);
        }
        catch (Exception missing) when (missing is Win32Exception or InvalidOperationException)
        {
            Console.WriteLine($"The peers are left out: {missing.Message}");
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Judge(IReadOnlyList<PolicyDesk> desks, Score score)
    {
        Console.WriteLine($"peers: {Versions}");
        for (var size = 0; size < desks.Count; size++)
        {
            var different = desks[size].Verdicts().Zip(Cedar[size].Decisions).Count(pair => Decision(pair.First) != pair.Second);
            var asked = Cedar[size].Decisions.Count;
            score.Add(different == 0, $"{different} of {asked} decisions at {desks[size].Rules.Count} rules differ from Cedar's");
            Console.WriteLine($"{asked - different} of {asked} decisions at {desks[size].Rules.Count} rules are Cedar's, with the same deciding rows");
        }

        JudgeFeel(score);
    }

    /// <summary>As Cedar tells it: the rows that permit when nothing forbids, else those that forbid.</summary>
    private static string Decision(PolicyVerdict verdict)
    {
        var rows = verdict.Hits.Where(hit => hit.PolicyId != RuleHit.BuiltIn && (hit.Verdict == Verdict.Allow) == (verdict.Verdict == Verdict.Allow)).Select(hit => hit.RuleId);
        return $"{(verdict.Verdict == Verdict.Allow ? "allow" : "deny")} {string.Join(' ', rows.Order(StringComparer.Ordinal))}";
    }

    private static JsonObject Request(IReadOnlyList<PolicyDesk> desks) => new()
    {
        ["sizes"] = new JsonArray([.. desks.Select(desk => new JsonObject
        {
            ["policies"] = new JsonObject(desk.Rules.Cedar.Select(rule => KeyValuePair.Create<string, JsonNode?>(rule.Key, rule.Value))),
            ["contexts"] = new JsonArray([.. desk.Requests.Select(request => request.Context())]),
        })]),
        ["cells"] = new JsonArray([.. Cells.Select(cell => JsonValue.Create(cell))]),
    };

    private static async Task StartAsync(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {errors.Trim()}");
        }
    }

    /// <summary>The same cells against the values 0 to 99, through the public door: text and JSON in, JSON out.</summary>
    private void JudgeFeel(Score score)
    {
        var nothing = new JsonObject();
        var answers = new List<bool?>();
        var ticks = new List<long>();
        for (var round = 0; round < 50; round++)
        {
            answers.Clear();
            foreach (var text in Cells)
            {
                for (var value = 0; value < 100; value++)
                {
                    var before = Stopwatch.GetTimestamp();
                    UnaryTests.TryCompile(text, out var cell, out _);
                    var met = cell!.Evaluate(JsonValue.Create(value), nothing).Value?.GetValue<bool>();
                    ticks.Add(Stopwatch.GetTimestamp() - before);
                    answers.Add(met);
                }
            }
        }

        ticks.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one cell: {ticks[ticks.Count / 2] * 1e6 / Stopwatch.Frequency:0.00} µs here, {Feelin.P50:0.00} µs in feelin"));
        var different = answers.Zip(Feelin.Answers).Count(pair => pair.First != pair.Second);
        score.Add(different == 0, $"{different} of {answers.Count} cells differ from feelin's");
    }
}

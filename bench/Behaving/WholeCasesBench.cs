using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpsConsole.Bench.Behaving;

/// <summary>The table of whole cases: behaviours down, stages across, milliseconds within, and what went wrong below.</summary>
internal static class WholeCasesBench
{
    /// <summary>Shorter than a house would set it, so that what is slow is seen to be.</summary>
    private const int Seconds = 2;

    /// <summary>What the server from npm does by the name of the model that it is asked for, and whether a text of it can be used.</summary>
    private static readonly (string Model, bool IsUsable)[] Theirs =
    [
        ("plain", true), ("json", true), ("malformed", true), ("wrong-schema", true), ("repaired", true), ("large", false), ("slow", false), ("limited", false), ("failing", false), ("key", false), ("no-chat", false),
    ];

    public static async Task RunAsync(BenchOptions options, Uri? npm, Score score)
    {
        var nobody = Nobody();
        await using var cases = await WholeCases.OpenAsync(options.Text("packs", "packs"), Seconds, npm is null ? [nobody] : [npm.Authority, nobody]);
        Console.WriteLine();
        Console.WriteLine("Whole cases, milliseconds of preparation; the behaviour in one stage, and in every stage");
        Console.WriteLine($"{"behaviour",-32}{string.Concat(WholeCases.Stages.Select(stage => $"{stage,11}"))}");
        foreach (var behaviour in Behaviour.All.Where(behaviour => behaviour.Name.Contains(options.Text("only", ""), StringComparison.Ordinal)))
        {
            var (line, faults) = ($"{behaviour.Name,-32}", new List<string>());
            foreach (var stage in WholeCases.Stages)
            {
                var (wrong, took) = await cases.RunAsync(behaviour, stage);
                line += Cell(wrong, took);
                score.Add(wrong.Count == 0, $"{behaviour.Name} in {stage}: {string.Join("; ", wrong)}");
            }

            Console.WriteLine(line);
        }

        foreach (var (model, isUsable) in npm is null ? [] : Theirs)
        {
            await RunAsync($"from npm: {model}", $"{npm}v1", model, isUsable);
        }

        await RunAsync("connection refused", $"http://{nobody}/v1", "stub", isUsable: false);

        async Task RunAsync(string name, string address, string model, bool isUsable)
        {
            var (wrong, took) = await cases.RunAsync(address, model, isUsable);
            Console.WriteLine($"{name,-32}{new string(' ', 11 * (WholeCases.Stages.Count - 1))}{Cell(wrong, took)}");
            score.Add(wrong.Count == 0, $"{name}: {string.Join("; ", wrong)}");
        }
    }

    private static string Cell(IReadOnlyList<string> wrong, TimeSpan took) =>
        string.Create(CultureInfo.InvariantCulture, $"{(wrong.Count == 0 ? "" : "!")}{took.TotalMilliseconds:0}").PadLeft(11);

    /// <summary>A port at which nobody listens.</summary>
    private static string Nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener.LocalEndpoint.ToString()!;
    }
}

using System.Globalization;

namespace OpsConsole.Bench.Secrets;

/// <summary>
/// Secrets through a whole run of the console: its own process and, where only an open page can do it, its use cases on the same data, with
/// a system, models, a mail server and a webhook outside that say back every credential they are sent. Then each is looked for, in every
/// form, in every byte that the console keeps, writes, answers, shows and sends.
/// </summary>
internal static class SecretsBench
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        var seed = options.Number("seed", 20260907);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var folder = Directory.CreateTempSubdirectory("opsconsole-secrets-").FullName;
        var score = new Score();
        try
        {
            await using var world = new SecretsWorld(seed);
            var evidence = new Evidence();
            var run = new SecretsRun(world, evidence, folder, options, score);
            await run.RunAsync();
            world.Collect(evidence);
            run.CheckUse();
            Planting.Run(world, folder, score);
            new Judging(world, evidence).Judge(score);
            if (options.Text("keep", "") is { Length: > 0 } keep)
            {
                await KeepAsync(evidence, keep);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return score.Failed == 0 ? 0 : 1;
    }

    /// <summary>For who has to find out why something was found.</summary>
    private static async Task KeepAsync(Evidence evidence, string folder)
    {
        foreach (var group in evidence.Pieces.GroupBy(piece => piece.Place))
        {
            await using var file = File.Create(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{group.Key}.txt"));
            foreach (var piece in group)
            {
                await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"\n==== {piece.Name}\n"));
                await file.WriteAsync(piece.Data);
            }
        }
    }
}

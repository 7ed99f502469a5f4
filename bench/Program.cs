namespace OpsConsole.Bench;

/// <summary>Benchmarks and chaos runs: <c>dotnet run -c Release --project bench -- NAME [options]</c>.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Func<BenchOptions, Task<int>>> Programs = new(StringComparer.Ordinal)
    {
        ["retail"] = RetailBench.RunAsync,
        ["refusals"] = Refusals.RunAsync,
        ["kill"] = KillBench.RunAsync,
        [KillConsole.Name] = KillConsole.RunAsync,
        ["prepare"] = PrepareBench.RunAsync,
        ["runs"] = RunsBench.RunAsync,
        ["evaluate"] = EvaluateBench.RunAsync,
        ["injections"] = Injecting.InjectionsBench.RunAsync,
        ["hostile"] = Hostile.HostileBench.RunAsync,
        ["replay"] = ReplayBench.RunAsync,
        ["tck"] = TckBench.RunAsync,
        ["policy"] = PolicyBench.RunAsync,
        ["fuzz"] = FeelFuzz.RunAsync,
        ["classify"] = ClassifyBench.RunAsync,
        ["numbers"] = NumbersBench.RunAsync,
        ["models"] = ModelsBench.RunAsync,
        ["grounding"] = GroundingBench.RunAsync,
        ["secrets"] = Secrets.SecretsBench.RunAsync,
    };

    private static async Task<int> Main(string[] args)
    {
        if (args.Length > 0 && Programs.TryGetValue(args[0], out var program))
        {
            return await program(BenchOptions.Parse(args[1..]));
        }

        Console.Error.WriteLine($"Name one of: {string.Join(", ", Programs.Keys)}");
        return 2;
    }
}

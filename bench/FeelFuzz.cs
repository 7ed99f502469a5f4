using System.Diagnostics;
using System.Globalization;

namespace OpsConsole.Bench;

/// <summary>
/// Random and damaged FEEL: no crash, no hang, bounded memory, and whatever is read is written so that it is read as the same again.
/// <c>fuzz [--count 1000000] [--seed N] [--from 0]</c>; a failure names its index, which <c>--from INDEX --count 1</c> runs again.
/// </summary>
internal static class FeelFuzz
{
    /// <summary>The longest that one text may take, with its evaluation; the machine may be busy.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>The most that one text may allocate.</summary>
    private const long MostBytes = 512L << 20;

    private const long MostPeakBytes = 2L << 30;

    public static Task<int> RunAsync(BenchOptions options)
    {
        var count = options.Number("count", 1_000_000);
        var seed = options.Number("seed", 20261126);
        var from = options.Number("from", 0);
        var score = new Score();
        var reads = 0;
        var (slowest, slowestTime) = ("", TimeSpan.Zero);
        var started = Stopwatch.GetTimestamp();
        for (var index = from; index < from + count; index++)
        {
            var before = Stopwatch.GetTimestamp();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var found = Run(seed, index);
            var time = Stopwatch.GetElapsedTime(before);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            reads += found.Reads ? 1 : 0;
            if (time > slowestTime)
            {
                (slowest, slowestTime) = ($"#{index} {found.Text}", time);
            }

            var complaint = found.Complaint ?? (time > Longest ? $"took {time.TotalSeconds:0.0} s" : allocated > MostBytes ? $"allocated {allocated >> 20} MiB" : null);
            score.Add(complaint is null, $"#{index} {(found.IsCell ? "cell " : "")}{found.Text} :: {complaint}");
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;
        score.Add(peak < MostPeakBytes, $"peak memory {peak >> 20} MiB");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {seed}: {count / elapsed.TotalSeconds:0} expressions/s, {100.0 * reads / count:0.0} % are read, peak memory {peak >> 20} MiB, {elapsed.TotalSeconds:0} s, of which {process.TotalProcessorTime.TotalSeconds:0} s on a core"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"longest {slowestTime.TotalMilliseconds:0.0} ms: {slowest}"));
        Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
        return Task.FromResult(score.Failed == 0 ? 0 : 1);
    }

    /// <summary>A crash is a failure that is told and not the end of the run.</summary>
    private static FeelFuzzCase Run(int seed, int index)
    {
        try
        {
            return FeelFuzzCase.Run(seed, index);
        }
#pragma warning disable CA1031 // Whatever is thrown is what this program looks for.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            return new FeelFuzzCase("", IsCell: false, Reads: false, $"crashed: {crash}");
        }
    }
}

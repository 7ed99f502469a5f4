using System.Diagnostics;
using System.Globalization;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Bench;

/// <summary>
/// What numbers of FEEL cost beside <see cref="decimal"/>: <c>numbers [--rounds 20]</c>. Each figure is the least of the rounds, over a thousand pairs
/// of amounts.
/// </summary>
internal static class NumbersBench
{
    private const int Pairs = 1_000;

    public static Task<int> RunAsync(BenchOptions options)
    {
        var random = new Random(7);
        decimal[] amounts = [.. Enumerable.Range(0, 2 * Pairs).Select(_ => random.Next(1, 5_000_000) / 100m)];
        FeelNumber[] numbers = [.. amounts.Select(amount => (FeelNumber)amount)];
        FeelNumber[] exact = [.. numbers.Select(number => FeelNumber.Divide(number, 7)!.Value)];
        var rounds = options.Number("rounds", 20);
        Console.WriteLine("                      decimal   amounts   34 digits    (ns each)   bytes each");
        Row("compare", 300 * Pairs, rounds, at => amounts[at] > amounts[at + Pairs], at => numbers[at] > numbers[at + Pairs], at => exact[at] > exact[at + Pairs]);
        Row("add", 300 * Pairs, rounds, at => amounts[at] + amounts[at + Pairs] > 0, at => FeelNumber.Add(numbers[at], numbers[at + Pairs]) is not null, at => FeelNumber.Add(exact[at], exact[at + Pairs]) is not null);
        Row("multiply", 300 * Pairs, rounds, at => amounts[at] * amounts[at + Pairs] > 0, at => FeelNumber.Multiply(numbers[at], numbers[at + Pairs]) is not null, at => FeelNumber.Multiply(exact[at], exact[at + Pairs]) is not null);
        Row("divide", 300 * Pairs, rounds, at => amounts[at] / amounts[at + Pairs] > 0, at => FeelNumber.Divide(numbers[at], numbers[at + Pairs]) is not null, at => FeelNumber.Divide(exact[at], exact[at + Pairs]) is not null);
        Row("divide by 100", 300 * Pairs, rounds, at => amounts[at] / 100 > 0, at => FeelNumber.Divide(numbers[at], 100) is not null, at => FeelNumber.Divide(exact[at], 100) is not null);
        Row("square root", 3 * Pairs, rounds, at => Math.Sqrt((double)amounts[at]) > 0, at => numbers[at].Sqrt() is not null, at => exact[at].Sqrt() is not null);
        Row("logarithm", 3 * Pairs, rounds, at => Math.Log((double)amounts[at]) > 0, at => numbers[at].Log() is not null, at => exact[at].Log() is not null);
        return Task.FromResult(0);
    }

    private static void Row(string name, int calls, int rounds, params Func<int, bool>[] ways)
    {
        var line = name.PadRight(18);
        var bytes = "";
        foreach (var way in ways)
        {
            var (nanoseconds, allocated) = Measure(calls, rounds, way);
            line += nanoseconds.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(11);
            bytes += allocated.ToString("0", CultureInfo.InvariantCulture).PadLeft(6);
        }

        Console.WriteLine($"{line}                {bytes}");
    }

    private static (double Nanoseconds, double Bytes) Measure(int calls, int rounds, Func<int, bool> way)
    {
        var (least, allocated, seen) = (double.MaxValue, 0.0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            for (var call = 0; call < calls; call++)
            {
                seen += way(call % Pairs) ? 1 : 0;
            }

            least = Math.Min(least, Stopwatch.GetElapsedTime(started).TotalNanoseconds / calls);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls;
        }

        return (seen < 0 ? 0 : least, allocated);
    }
}

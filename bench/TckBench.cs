using OpsConsole.Bench.Tck;
using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Bench;

/// <summary>
/// Runs the DMN Technology Compatibility Kit: <c>tck --kit FOLDER [--only 0068] [--quiet] [--rewrite]</c>. With <c>--rewrite</c> each model is written and read
/// again before it is run.
/// </summary>
internal static class TckBench
{
    public static Task<int> RunAsync(BenchOptions options)
    {
        var kit = options.Text("kit", "../shared/data/dmn-tck");
        if (!Directory.Exists(kit))
        {
            Console.Error.WriteLine($"There is no folder {kit}. Name the kit with --kit FOLDER.");
            return Task.FromResult(2);
        }

        var quiet = options.Has("quiet");
        var outcomes = new List<KitOutcome>();
        foreach (var outcome in KitRunner.Run(kit, options.Has("only") ? options.Text("only", "") : null, Rewrite(options)))
        {
            outcomes.Add(outcome);
            if (outcome.Passed == false && !quiet)
            {
                Console.WriteLine($"FAILED {outcome.Case}: expected {outcome.Expected}, got {outcome.Got} ({outcome.Reason})");
            }
        }

        foreach (var left in outcomes.Where(outcome => outcome.Passed is null).GroupBy(outcome => (outcome.Case.File, outcome.Reason)))
        {
            Console.WriteLine($"not run: {left.Key.File}, {left.Count()} cases ({string.Join(", ", left.Select(outcome => outcome.Case.Id))}): {left.Key.Reason}");
        }

        foreach (var level in outcomes.GroupBy(outcome => outcome.Case.Level).OrderBy(level => level.Key))
        {
            var run = level.Count(outcome => outcome.Passed is not null);
            var passed = level.Count(outcome => outcome.Passed == true);
            Console.WriteLine(FormattableString.Invariant($"level {level.Key}: {passed} of {run} passed ({(run == 0 ? 0 : 100.0 * passed / run):0.00} %), {level.Count() - run} not run"));
        }

        var failed = outcomes.Count(outcome => outcome.Passed == false);
        Console.WriteLine($"{outcomes.Count(outcome => outcome.Passed == true)} passed, {failed} failed");
        return Task.FromResult(failed == 0 && outcomes.Count > 0 ? 0 : 1);
    }

    private static Func<DmnModel, DmnReading> Rewrite(BenchOptions options) =>
        options.Has("rewrite") ? model => DmnXml.Read(DmnXml.Write(model)) : model => new DmnReading(model, []);
}

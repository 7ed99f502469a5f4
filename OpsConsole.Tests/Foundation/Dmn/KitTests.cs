using OpsConsole.Bench.Tck;
using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Tests.Connectors.OpenApi;
using Xunit.Abstractions;

namespace OpsConsole.Tests.Foundation.Dmn;

/// <summary>The public compatibility kit, where it is laid beside the repository; else it is skipped, saying so.</summary>
public sealed class KitTests(ITestOutputHelper output)
{
    /// <summary>Percent of the cases in scope. A floor only rises.</summary>
    private static readonly Dictionary<int, double> Floors = new() { [2] = 100, [3] = 99.9 };

    [KitFact]
    public void Kit_EveryCase_PassesAtLeastTheFloor() => Check([.. KitRunner.Run(KitFactAttribute.Folder!, null, model => new DmnReading(model, []))]);

    [KitFact]
    public void Kit_WrittenAndReadAgain_PassesTheSame()
    {
        var outcomes = KitRunner.Run(KitFactAttribute.Folder!, null, model =>
        {
            var again = DmnXml.Read(DmnXml.Write(model));
            Assert.Equal(DmnDesk.Tell(model), DmnDesk.Tell(again.Model));
            return again;
        });
        Check([.. outcomes]);
    }

    /// <summary>The share is told on the console too: a runner shows the output of a test only when it fails.</summary>
    private void Check(List<KitOutcome> outcomes)
    {
        foreach (var failed in outcomes.Where(outcome => outcome.Passed == false).Take(100))
        {
            output.WriteLine($"{failed.Case}: expected {failed.Expected}, got {failed.Got} ({failed.Reason})");
        }

        foreach (var level in outcomes.Where(outcome => outcome.Passed is not null).GroupBy(outcome => outcome.Case.Level))
        {
            var passed = level.Count(outcome => outcome.Passed == true);
            output.WriteLine($"level {level.Key}: {passed} of {level.Count()} passed");
            Console.WriteLine($"DMN compatibility kit, level {level.Key}: {passed} of {level.Count()} passed");
            Assert.True(100.0 * passed / level.Count() >= Floors.GetValueOrDefault(level.Key), $"level {level.Key}: only {passed} of {level.Count()} passed");
        }
    }
}

/// <summary>A fact that needs the kit.</summary>
public sealed class KitFactAttribute : FactAttribute
{
    public KitFactAttribute() => Skip = Folder is null ? "../shared/data/dmn-tck is not beside the repository" : null;

    internal static string? Folder => SharedMaterial.Find("data", "dmn-tck");
}

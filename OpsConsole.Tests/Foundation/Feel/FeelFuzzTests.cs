using OpsConsole.Bench;

namespace OpsConsole.Tests.Foundation.Feel;

/// <summary>A seeded part of what <c>bench fuzz</c> runs.</summary>
public sealed class FeelFuzzTests
{
    [Fact]
    public void Run_RandomAndDamagedTexts_BehaveAndAreWrittenAsTheyAreRead()
    {
        var reads = 0;
        for (var index = 0; index < 20_000; index++)
        {
            var found = FeelFuzzCase.Run(7, index);
            Assert.True(found.Complaint is null, $"#{index} {found.Text} {found.Complaint}");
            reads += found.Reads ? 1 : 0;
        }

        Assert.InRange(reads, 5_000, 15_000);
    }
}

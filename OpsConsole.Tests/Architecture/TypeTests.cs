using OpsConsole.Core;

namespace OpsConsole.Tests.Architecture;

public sealed class TypeTests
{
    /// <summary>The one place that hands the system's clock to everybody else.</summary>
    private const string ClockSource = "OpsConsole.Core/Foundation/FoundationFeature.cs";

    [Fact]
    public void Product_Classes_AreSealedUnlessSomethingDerives() =>
        Assert.Empty(TypeRules.OpenClasses(TypeRules.TypesOf(typeof(CoreFeatures).Assembly, typeof(OpsWebApplication).Assembly)));

    [Fact]
    public void Product_Code_TakesTimeFromTheProvider() =>
        Assert.Empty(new[] { "OpsConsole.Core", "OpsConsole" }
            .SelectMany(project => SourceTree.Files(project, ".cs").Concat(SourceTree.Files(project, ".razor")))
            .Where(file => file != ClockSource)
            .SelectMany(file => TypeRules.AmbientClock(file, SourceTree.Read(file))));

    [Fact]
    public void OpenClasses_AClassThatNothingDerivesFrom_IsFound() =>
        Assert.Contains(typeof(Open).FullName, TypeRules.OpenClasses([typeof(Open), typeof(Closed)]));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var clock = TimeProvider.System;")]
    [InlineData("@DateTimeOffset.Now.Year")]
    public void AmbientClock_AUse_IsFound(string line) => Assert.Single(TypeRules.AmbientClock("Late.cs", line));

#pragma warning disable CA1852 // is open on purpose: the culprit that the rule must find
    private class Open;
#pragma warning restore CA1852

    private sealed class Closed;
}

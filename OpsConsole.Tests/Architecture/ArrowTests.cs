namespace OpsConsole.Tests.Architecture;

public sealed class ArrowTests
{
    [Fact]
    public void Core_Features_UseOnlyWhatTheTableAllows()
    {
        var sources = SourceTree.Files("OpsConsole.Core", ".cs").ToDictionary(file => file, SourceTree.Read);
        Assert.Empty(Arrows.Forbidden(sources, FeatureTable.Read()));
    }

    [Fact]
    public void Core_Folders_AreTheFeaturesOfTheTable()
    {
        var folders = SourceTree.Files("OpsConsole.Core", ".cs").Where(file => file.Split('/').Length > 2).Select(file => file.Split('/')[1]).Distinct();
        Assert.Equal([.. FeatureTable.Read().Keys.Append("Foundation").Order(StringComparer.Ordinal)], folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("using OpsConsole.Core.Actions; namespace OpsConsole.Core.Cases; public sealed class Peek { public Run? Last; }")]
    [InlineData("namespace OpsConsole.Core.Cases; public sealed class Peek { public Actions.Run? Last; }")]
    [InlineData("namespace OpsConsole.Core.Cases; public sealed class Peek { public object Last = OpsConsole.Core.Actions.Run.Latest(); }")]
    public void Forbidden_ACaseThatUsesActions_IsFound(string culprit)
    {
        var sources = new Dictionary<string, string>
        {
            ["Run.cs"] = "namespace OpsConsole.Core.Actions; public sealed class Run { public static Run Latest() => new(); }",
            ["Peek.cs"] = culprit,
        };
        Assert.Contains(Arrows.Forbidden(sources, FeatureTable.Read()), sentence => sentence.StartsWith("Peek.cs:1: Cases uses Actions", StringComparison.Ordinal));
    }

    [Fact]
    public void Forbidden_FoundationThatKnowsAFeature_IsFound()
    {
        var sources = new Dictionary<string, string>
        {
            ["Case.cs"] = "namespace OpsConsole.Core.Cases; public sealed class Case;",
            ["Store.cs"] = "namespace OpsConsole.Core.Foundation.Storage; public sealed class Store { public Cases.Case? Any; }",
        };
        Assert.Contains(Arrows.Forbidden(sources, FeatureTable.Read()), sentence => sentence.Contains("Foundation uses Cases", StringComparison.Ordinal));
    }
}

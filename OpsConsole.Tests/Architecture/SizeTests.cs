namespace OpsConsole.Tests.Architecture;

public sealed class SizeTests
{
    [Theory]
    [InlineData("OpsConsole.Core")]
    [InlineData("OpsConsole")]
    [InlineData("bench")]
    public void Product_Files_StayWithinTheLimits(string project) =>
        Assert.Empty(SourceTree.Files(project, ".cs").SelectMany(file => Sizes.TooLarge(file, SourceTree.Read(file), Limits.Product)));

    [Fact]
    public void Tests_Files_StayWithinTheLimits() =>
        Assert.Empty(SourceTree.Files("OpsConsole.Tests", ".cs").SelectMany(file => Sizes.TooLarge(file, SourceTree.Read(file), Limits.Tests)));

    [Fact]
    public void Markup_Files_StayWithinTheLimit() =>
        Assert.Empty(SourceTree.Files("OpsConsole", ".razor").SelectMany(file => Sizes.TooMuchMarkup(file, SourceTree.Read(file))));

    [Fact]
    public void TooLarge_AFileOf301Lines_IsFound() =>
        Assert.Single(Sizes.TooLarge("Long.cs", string.Join('\n', Enumerable.Repeat("// why", 301)), Limits.Product));

    [Fact]
    public void TooLarge_AMethodOf61Lines_IsFound()
    {
        var body = string.Join('\n', Enumerable.Repeat("        Act();", 58));
        Assert.Single(Sizes.TooLarge("Long.cs", $"class Long\n{{\n    void Run()\n    {{\n{body}\n    }}\n}}", Limits.Product));
        Assert.Empty(Sizes.TooLarge("Long.cs", $"class Long\n{{\n    void Run()\n    {{\n{body[..^15]}\n    }}\n}}", Limits.Product with { Method = 61 }));
    }

    [Fact]
    public void TooLarge_EightConstructorParameters_AreFound() =>
        Assert.Single(Sizes.TooLarge("Wide.cs", "sealed class Wide(int a, int b, int c, int d, int e, int f, int g, int h);", Limits.Product));

    [Fact]
    public void TooMuchMarkup_AFileOf201Lines_IsFound() =>
        Assert.Single(Sizes.TooMuchMarkup("Long.razor", string.Join('\n', Enumerable.Repeat("<p></p>", 201))));
}

using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Feel;

namespace OpsConsole.Tests.Foundation.Feel;

public sealed class UnaryTestsTests
{
    [Theory]
    [InlineData("-", "null", "true")]
    [InlineData("\"a\", \"b\"", "\"b\"", "true")]
    [InlineData("\"a\", \"b\"", "\"c\"", "false")]
    [InlineData("not(\"a\", \"b\")", "\"c\"", "true")]
    [InlineData("not(\"a\", \"b\")", "null", "true")]
    [InlineData("> 25", "25.01", "true")]
    [InlineData("> 25", "null", "null")]
    [InlineData("<= limit", "30", "true")]
    [InlineData("[1..10), > 100", "101", "true")]
    [InlineData("(1..10)", "1", "false")]
    [InlineData("null", "null", "true")]
    [InlineData("not(null)", "null", "false")]
    [InlineData("true", "false", "false")]
    [InlineData("false", "false", "true")]
    [InlineData("count(?) = 2", "[1, 2]", "true")]
    [InlineData("list contains(?, \"vip\")", "[\"vip\"]", "true")]
    [InlineData("names", "\"x\"", "true")]
    [InlineData("limit > 10", "\"anything\"", "true")]
    [InlineData("!= \"a\"", "\"b\"", "true")]
    public void Evaluate_Cells_GiveThreeValues(string text, string value, string expected)
    {
        var input = JsonNode.Parse("""{"limit": 30, "names": ["x", "y"]}""")!.AsObject();
        Assert.True(UnaryTests.TryCompile(text, out var tests, out var error), error?.ToString());
        Assert.Equal(expected, tests.Evaluate(JsonNode.Parse(value), input).Value?.ToJsonString() ?? "null");
    }

    [Fact]
    public void TryCompile_AnUnfinishedCell_TellsWhere()
    {
        Assert.False(UnaryTests.TryCompile("\"a\", >", out _, out var error));
        Assert.Equal(new FeelError(7, "expected a value, found the end"), error);
    }
}
